package org.mcpstrata.ingest;

import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a run reads its drops.
 *
 * @param payers the payers to read; empty reads all
 * @param mostRejected largest share of rejected records of a file, from 0 to 1, before its drop is quarantined
 */
public record IngestOptions(SortedSet<String> payers, BigDecimal mostRejected) {
    public static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    public IngestOptions {
        payers = new TreeSet<>(payers);
        if (mostRejected.signum() < 0 || mostRejected.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }

    /** All payers, one per cent. */
    public static IngestOptions usual() {
        return ofPayers(Set.of());
    }

    public static IngestOptions ofPayers(Set<String> payers) {
        return new IngestOptions(new TreeSet<>(payers), ONE_PERCENT);
    }
}
