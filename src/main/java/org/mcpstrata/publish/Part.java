package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * The rows of one file of a table.
 *
 * @param name for example {@code part-00000.parquet}
 * @param digest logical digest: SHA-256 over the canonical text of the rows in file order
 */
public record Part(String name, long rows, String digest) implements Serializable {
    public Part {
        requireNonNull(name, "name");
        requireNonNull(digest, "digest");
    }

    /** The fixed name of the n-th file of a table, from 0. */
    public static String name(int number) {
        return String.format(java.util.Locale.ROOT, "part-%05d.parquet", number);
    }
}
