package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the gate must know of a stratifier that a run counts, crossings aside.
 *
 * @param attribute what of people its strata tell, the same of all stratifiers that tell it; empty where no other does
 * @param exclusive whether a person is in one stratum only
 * @param guard what no policy can allow of it
 * @param inapplicable names who is in the stratum NOT_APPLICABLE, the same of all stratifiers that have the same people there;
 *     empty where no other has
 * @param strata whether each stands for a missing answer
 */
public record StratifierFacts(
        String attribute, boolean exclusive, Guard guard, String inapplicable, SortedMap<String, Boolean> strata) {
    /** What a stratifier needs beyond the rules for all. */
    public enum Guard {
        NONE,
        /** Sexual orientation, gender identity, tribal affiliation: for states and the program, for everybody, never crossed. */
        NEVER_SPLIT,
        /** What practices are: their rows add up to the strata, so that merging these would hide nothing. */
        OF_PRACTICES
    }

    public StratifierFacts {
        requireNonNull(attribute, "attribute");
        requireNonNull(guard, "guard");
        requireNonNull(inapplicable, "inapplicable");
        strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
    }
}
