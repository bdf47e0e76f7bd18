package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Tables below a folder of a run or release, read here row by row. */
final class RestrictedTables {
    private final Path folder;
    private final Configuration conf;

    RestrictedTables(Path folder, Configuration conf) {
        this.folder = requireNonNull(folder, "folder");
        this.conf = requireNonNull(conf, "conf");
    }

    /** The rows to keep of a table, in the order of its files. */
    List<TableRow> rows(String table, TableSchema schema, Predicate<TableRow> keep) {
        Path path = new Path(folder, table);
        List<TableRow> rows = new ArrayList<>();
        try {
            TableRows.forEach(path, schema, conf, row -> {
                if (keep.test(row)) {
                    rows.add(row);
                }
            });
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out").inFile(table), "It cannot be read.");
        }
        return rows;
    }

    List<TableRow> rows(String table, TableSchema schema) {
        return rows(table, schema, row -> true);
    }
}
