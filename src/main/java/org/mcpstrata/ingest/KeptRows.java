package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.Table;

/**
 * The rows of one split that counted when a run last looked, below {@code drops/}.
 *
 * @param order digest of what newer drops had taken away from them, see {@link RewriteOrder#succession()}
 * @param superseded records whose place newer drops had taken
 */
record KeptRows(String order, long superseded, List<OfTable> tables) {
    KeptRows {
        requireNonNull(order, "order");
        tables = List.copyOf(tables);
    }

    /**
     * Rows of one table.
     *
     * @param bytes size of the file
     * @param rows in its footer
     */
    record OfTable(Table table, long bytes, long rows, KeptFile file) {
        OfTable {
            requireNonNull(table, "table");
            requireNonNull(file, "file");
        }
    }
}
