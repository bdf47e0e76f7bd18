package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is published and how it is protected ({@code measures/protection.yaml}).
 *
 * @param rule threshold and width of the safety statement
 * @param stratifiers published for the program and, unless {@code programOnly}, for states
 * @param programOnly of these, published for the program alone
 * @param crossings pairs of published stratifiers; together they have no cycle
 * @param lineStrata stratifiers published for each line of business, for the program alone
 * @param coarsening how strata are merged, and stratifiers withheld, where most counts are small
 * @param totalWeight how many times more the loss of a total matters than that of a stratum
 * @param missingWeight the same of strata of missing and other answers
 */
public record ProtectionPolicy(
        SafetyRule rule,
        SortedMap<String, StratifierFacts> stratifiers,
        SortedSet<String> programOnly,
        List<SortedSet<String>> crossings,
        SortedSet<String> lineStrata,
        CoarseningRule coarsening,
        double totalWeight,
        double missingWeight) {
    public ProtectionPolicy {
        requireNonNull(rule, "rule");
        stratifiers = Collections.unmodifiableSortedMap(new TreeMap<>(stratifiers));
        programOnly = Collections.unmodifiableSortedSet(new TreeSet<>(programOnly));
        crossings = crossings.stream().<SortedSet<String>>map(TreeSet::new).toList();
        lineStrata = Collections.unmodifiableSortedSet(new TreeSet<>(lineStrata));
        requireNonNull(coarsening, "coarsening");
    }

    /** Everything that decides what a release shows, for its record and its id. */
    public SortedMap<String, Object> asRecord() {
        SortedMap<String, Object> record = new TreeMap<>();
        record.put("threshold", rule.threshold());
        record.put("width", rule.width());
        record.put("stratifiers", List.copyOf(stratifiers.keySet()));
        record.put("programOnly", List.copyOf(programOnly));
        record.put("crossings", crossings.stream().map(List::copyOf).toList());
        record.put("linesOfBusiness", List.copyOf(lineStrata));
        record.put("mergeAbove", coarsening.mergeAbove());
        record.put("mostSmall", coarsening.mostSmall());
        SortedMap<String, Object> ladders = new TreeMap<>();
        coarsening.ladders().forEach((stratifier, ladder) -> ladders.put(stratifier, ladder.asRecord()));
        record.put("ladders", ladders);
        record.put("totalWeight", totalWeight);
        record.put("missingWeight", missingWeight);
        return record;
    }

    /** Whether the policy publishes a table, coarsening aside. */
    boolean publishes(String entityType, String payerScope, String stratifierId, SortedSet<String> components) {
        if (payerScope.startsWith("payer:")) {
            return false;
        }
        boolean total = stratifierId.equals(PublicTable.TOTAL);
        boolean named = total
                || stratifiers.containsKey(stratifierId)
                || !components.isEmpty()
                        && crossings.contains(components)
                        && components.stream().noneMatch(this::isNeverSplit);
        boolean everybody = payerScope.equals(PublicTable.ALL);
        return switch (entityType) {
            case PublicTable.PROGRAM ->
                named && (everybody || total || lineStrata.contains(stratifierId) && !isNeverSplit(stratifierId));
            case PublicTable.STATE ->
                named && (everybody || total) && !programOnly.contains(stratifierId) && !anyProgramOnly(components);
            case PublicTable.PRACTICE -> everybody && total;
            default -> false;
        };
    }

    private boolean isNeverSplit(String stratifierId) {
        StratifierFacts facts = stratifiers.get(stratifierId);
        return facts != null && facts.guard() == StratifierFacts.Guard.NEVER_SPLIT;
    }

    private boolean anyProgramOnly(SortedSet<String> components) {
        return components.stream().anyMatch(programOnly::contains);
    }
}
