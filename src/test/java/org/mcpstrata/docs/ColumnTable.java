package org.mcpstrata.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;

/** A table's columns as a page lists them, and what the table's own file says of it. */
final class ColumnTable {
    static final Path FILES = Path.of("src/main/resources/tables");

    private ColumnTable() {}

    /** One row a column, below it the fields of a column that holds rows itself. */
    static String of(TableSchema schema) {
        StringBuilder table = new StringBuilder("\n| column | type | | meaning |\n|---|---|---|---|\n");
        for (Column column : schema.columns()) {
            row(table, column.name(), column);
            if (column.nested() != null) {
                column.nested().columns().forEach(field -> row(table, column.name() + '.' + field.name(), field));
            }
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String name, Column column) {
        table.append("| ")
                .append(name)
                .append(" | ")
                .append(column.type().name().toLowerCase(Locale.ROOT))
                .append(" | ")
                .append(column.required() ? "required" : "")
                .append(" | ")
                .append(column.description().replace("|", "\\|"))
                .append(" |\n");
    }

    /** The remarks before the columns, each a paragraph. */
    static String remarks(String table) throws IOException {
        StringBuilder remarks = new StringBuilder();
        for (String line : Files.readAllLines(FILES.resolve(table + ".txt"))) {
            if (line.startsWith("# ")) {
                remarks.append('\n').append(line.substring(2)).append('\n');
            }
        }
        return remarks.toString();
    }
}
