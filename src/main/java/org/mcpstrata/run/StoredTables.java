package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.store.TableReader;

/** Tables that a run or release left below a folder, read here row by row. */
public final class StoredTables {
    private final Path folder;
    private final Configuration conf;

    /** @param folder that holds a folder of files for each table */
    public StoredTables(Path folder, Configuration conf) {
        this.folder = requireNonNull(folder, "folder");
        this.conf = requireNonNull(conf, "conf");
    }

    /** The restricted tables of a run. */
    public static StoredTables ofRun(Path runFolder, Configuration conf) {
        return new StoredTables(new Path(runFolder, "restricted"), conf);
    }

    /**
     * Hands on every row of a table that is called like its schema, in the order of its files.
     *
     * @throws ProblemException when the table cannot be read
     */
    public void forEach(TableSchema schema, Consumer<TableRow> sink) {
        forEach(schema.name(), schema, sink);
    }

    private void forEach(String table, TableSchema schema, Consumer<TableRow> sink) {
        Path path = new Path(folder, table);
        try {
            FileStatus[] parts = path.getFileSystem(conf).listStatus(path);
            Arrays.sort(parts);
            for (FileStatus part : parts) {
                try (TableReader reader = TableReader.open(part.getPath(), schema, conf)) {
                    while (reader.hasNext()) {
                        sink.accept(new TableRow(schema, reader.next()));
                    }
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--out").inFile(table), "The table cannot be read.");
        }
    }

    /** The rows to keep of a table, in its order. */
    public List<TableRow> rows(String table, TableSchema schema, Predicate<TableRow> keep) {
        List<TableRow> rows = new ArrayList<>();
        forEach(table, schema, row -> {
            if (keep.test(row)) {
                rows.add(row);
            }
        });
        return rows;
    }

    /** The rows to keep of a table that is called like its schema, in its order. */
    public List<TableRow> rows(TableSchema schema, Predicate<TableRow> keep) {
        return rows(schema.name(), schema, keep);
    }

    /** All rows of a table that is called like its schema, in its order. */
    public List<TableRow> rows(TableSchema schema) {
        return rows(schema, row -> true);
    }
}
