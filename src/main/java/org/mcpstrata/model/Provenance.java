package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The delivered line behind a row.
 *
 * @param line physical line of the decompressed file, from 1
 */
public record Provenance(String payerId, String dropId, String file, long line)
        implements Serializable, Comparable<Provenance> {
    private static final Comparator<Provenance> ORDER = Comparator.comparing(Provenance::payerId)
            .thenComparing(Provenance::dropId)
            .thenComparing(Provenance::file)
            .thenComparingLong(Provenance::line);

    public Provenance {
        requireNonNull(payerId, "payerId");
        requireNonNull(dropId, "dropId");
        requireNonNull(file, "file");
    }

    @Override
    public int compareTo(Provenance other) {
        return ORDER.compare(this, other);
    }
}
