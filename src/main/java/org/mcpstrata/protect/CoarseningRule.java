package org.mcpstrata.protect;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How strata are merged, and stratifiers withheld, before anything is hidden (stratification.md 5.3). All shares are of
 * counts above zero, of all measures and entities of a kind together.
 *
 * @param mergeAbove per cent: while more of the counts are small, the next step is tried
 * @param mostSmall per cent: a stratifier is withheld from states, or from lines of business, when more are small at its step
 * @param ladders by stratifier
 */
public record CoarseningRule(int mergeAbove, int mostSmall, SortedMap<String, Ladder> ladders) {
    public CoarseningRule {
        ladders = Collections.unmodifiableSortedMap(new TreeMap<>(ladders));
    }

    Ladder ladder(String stratifierId) {
        return ladders.getOrDefault(stratifierId, Ladder.NONE);
    }
}
