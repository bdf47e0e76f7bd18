package org.mcpstrata.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableReader;

/** Reads a table of a run or release here, row by row. */
final class TableRows {
    private TableRows() {}

    /** Hands on every row of the files in a table's folder, in the order of their names. */
    static void forEach(Path table, TableSchema schema, Configuration conf, Consumer<TableRow> sink)
            throws IOException {
        FileStatus[] parts = table.getFileSystem(conf).listStatus(table);
        Arrays.sort(parts);
        for (FileStatus part : parts) {
            try (TableReader reader = TableReader.open(part.getPath(), schema, conf)) {
                while (reader.hasNext()) {
                    sink.accept(new TableRow(schema, reader.next()));
                }
            }
        }
    }
}
