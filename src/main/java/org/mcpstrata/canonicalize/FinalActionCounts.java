package org.mcpstrata.canonicalize;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Law;

/**
 * What went into final action and what became of it, additive over people: both sides of the conservation laws of the
 * canonicalize stage (promises.md).
 *
 * @param rows claim rows in
 * @param versions claim versions in, counted before any fate is known; rows delivered again are no version of their own
 * @param paid signed payments of those versions, in US dollars
 * @param fates what became of them; every fate has an entry
 * @param followers diagnoses and procedures of claims in
 * @param followersKept those whose claim is final action
 */
public record FinalActionCounts(
        long rows, long versions, BigDecimal paid, SortedMap<Fate, Tally> fates, long followers, long followersKept)
        implements Serializable {
    public static final FinalActionCounts NONE = new FinalActionCounts(0, 0, BigDecimal.ZERO, new TreeMap<>(), 0, 0);

    private static final String STAGE = "canonicalize";

    public FinalActionCounts {
        requireNonNull(paid, "paid");
        SortedMap<Fate, Tally> complete = new TreeMap<>(fates);
        for (Fate fate : Fate.values()) {
            complete.putIfAbsent(fate, Tally.NONE);
        }
        fates = Collections.unmodifiableSortedMap(complete);
    }

    /**
     * How much met one fate.
     *
     * @param paid signed, in US dollars
     */
    public record Tally(long rows, long versions, BigDecimal paid) implements Serializable {
        static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO);

        public Tally {
            requireNonNull(paid, "paid");
        }

        Tally plus(Tally other) {
            return new Tally(rows + other.rows, versions + other.versions, paid.add(other.paid));
        }
    }

    public Tally of(Fate fate) {
        return fates.get(fate);
    }

    public FinalActionCounts plus(FinalActionCounts other) {
        SortedMap<Fate, Tally> sums = new TreeMap<>(fates);
        other.fates.forEach((fate, tally) -> sums.merge(fate, tally, Tally::plus));
        return new FinalActionCounts(
                rows + other.rows,
                versions + other.versions,
                paid.add(other.paid),
                sums,
                followers + other.followers,
                followersKept + other.followersKept);
    }

    /** Claim versions in are final action, superseded, voided or orphaned, and so are their rows and signed payments. */
    public List<Law> laws() {
        Tally sum = fates.values().stream().reduce(Tally.NONE, Tally::plus);
        return List.of(
                Law.of(STAGE, "claim versions in = versions by fate", versions, sum.versions()),
                Law.of(STAGE, "claim rows in = rows by fate", rows, sum.rows()),
                Law.of(STAGE, "signed payments in = payments by fate", paid, sum.paid()));
    }
}
