package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.quality.PayerRules;

/**
 * How a run reads its drops.
 *
 * @param payers the payers to read; empty reads all
 * @param mostRejected largest share of rejected records of a file, from 0 to 1, before its drop is quarantined,
 *     where nothing else is agreed with the payer
 * @param rules quality rules, and what is agreed with payers
 */
public record IngestOptions(SortedSet<String> payers, BigDecimal mostRejected, PayerRules rules) {
    public static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    public IngestOptions {
        payers = new TreeSet<>(payers);
        if (mostRejected.signum() < 0 || mostRejected.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
        requireNonNull(rules, "rules");
    }

    /** The share that holds for a drop. */
    BigDecimal mostRejected(Manifest manifest) {
        return rules.mostRejected(manifest.payer(), DropRules.created(manifest)).orElse(mostRejected);
    }

    /** All payers, one per cent. */
    public static IngestOptions usual() {
        return ofPayers(Set.of());
    }

    public static IngestOptions ofPayers(Set<String> payers) {
        return new IngestOptions(new TreeSet<>(payers), ONE_PERCENT, PayerRules.NONE);
    }

    public IngestOptions with(PayerRules others) {
        return new IngestOptions(payers, mostRejected, others);
    }
}
