package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.model.Table;

/**
 * One written Parquet file of a canonical table.
 *
 * @param path full path as text
 * @param bytes size of the file
 * @param rows rows in its footer
 */
public record TableFile(Table table, String path, long bytes, long rows) implements Serializable {
    public TableFile {
        requireNonNull(table, "table");
        requireNonNull(path, "path");
    }
}
