package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Set;

/**
 * Strata of few people join another one, for languages (stratification.md 1.3).
 *
 * @param fewest people in the whole program below which a stratum joins; 0 for never
 * @param join the stratum they join; empty for never
 * @param never strata that stay however small
 */
record SmallStrata(long fewest, String join, Set<String> never) implements Serializable {
    static final SmallStrata STAY = new SmallStrata(0, "", Set.of());

    SmallStrata {
        requireNonNull(join, "join");
        never = Set.copyOf(never);
    }

    /** Whether a stratum of that many people joins the other. */
    boolean joins(Stratum stratum, long people) {
        return people < fewest
                && stratum.kind() == StratumKind.VALUE
                && !stratum.id().equals(join)
                && !never.contains(stratum.id());
    }
}
