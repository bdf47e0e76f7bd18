package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
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
 * @param reader digest of all that decides what is found in a drop's bytes: the program and the rules about rows; empty
 *     keeps nothing for later runs and takes nothing over from earlier ones
 * @param full whether every drop is read, whatever earlier runs left
 */
public record IngestOptions(
        SortedSet<String> payers, BigDecimal mostRejected, PayerRules rules, String reader, boolean full) {
    public static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

    public IngestOptions {
        payers = Collections.unmodifiableSortedSet(new TreeSet<>(payers));
        if (mostRejected.signum() < 0 || mostRejected.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
        requireNonNull(rules, "rules");
        requireNonNull(reader, "reader");
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
        return new IngestOptions(new TreeSet<>(payers), ONE_PERCENT, PayerRules.NONE, "", false);
    }

    public IngestOptions with(PayerRules others) {
        return new IngestOptions(payers, mostRejected, others, reader, full);
    }

    /** Keeps what is found, and unless everything is to be read takes over what earlier runs found. */
    public IngestOptions incremental(String sameReader, boolean readAll) {
        return new IngestOptions(payers, mostRejected, rules, sameReader, readAll);
    }

    boolean takesOver() {
        return !full && !reader.isEmpty();
    }
}
