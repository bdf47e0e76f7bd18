package org.mcpstrata.disclosed;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program says about comparisons.
 *
 * @param references the stratum that others are compared with, by stratifier
 * @param leastAnswered percent of people whose answer must be known (stratification.md 2.4)
 */
public record ReferenceGroups(SortedMap<String, String> references, int leastAnswered) {
    public ReferenceGroups {
        references = Collections.unmodifiableSortedMap(new TreeMap<>(references));
    }

    public static ReferenceGroups of(Map<String, String> references, int leastAnswered) {
        return new ReferenceGroups(new TreeMap<>(references), leastAnswered);
    }

    /**
     * Whether a stratum is the reference group of its stratifier: the one configured, or of a crossing the one of both its
     * sides' own. Merged strata have ids of their own and never are.
     *
     * @param components stratum by stratifier for crossings, else empty
     */
    boolean isReference(String stratifier, String stratum, Map<String, String> components) {
        if (references.containsKey(stratifier)) {
            return references.get(stratifier).equals(stratum);
        }
        return !components.isEmpty()
                && components.entrySet().stream()
                        .allMatch(side -> side.getValue().equals(references.get(side.getKey())));
    }

    boolean isComplete(Double knownPercent) {
        return knownPercent != null && knownPercent >= leastAnswered;
    }
}
