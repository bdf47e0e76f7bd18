package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Strata of several stratifiers that are the same people: who has no Medicare is neither dual nor not, and not entitled for
 * any reason. Their counts are one count under several names (stratification.md 5.2, R7).
 *
 * @param inapplicable stratifier to the name of who is in its stratum NOT_APPLICABLE
 */
record SharedStrata(SortedMap<String, String> inapplicable) {
    static final String NOT_APPLICABLE = "NOT_APPLICABLE";

    SharedStrata {
        inapplicable = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(inapplicable, "inapplicable")));
    }

    /**
     * Of a policy's stratifiers those for which it holds in every row of a run: a practice that takes part without saying
     * how is in a track, and in no kind of participant.
     *
     * @param rows of rates with verdicts of their own, at step 0
     */
    static SharedStrata of(SortedMap<String, StratifierFacts> stratifiers, Collection<CountedRow> rows) {
        Map<String, Map<Position, SortedMap<Count, Long>>> counted = new HashMap<>();
        Map<String, Set<PublicTable>> tables = new HashMap<>();
        for (CountedRow row : rows) {
            Position at = row.position();
            PublicTable totals = at.table().of(PublicTable.TOTAL);
            String stratifier = at.table().stratifierId();
            tables.computeIfAbsent(stratifier, id -> new HashSet<>()).add(totals);
            SortedMap<Count, Long> counts = row.counts();
            if (at.stratumId().equals(NOT_APPLICABLE)
                    && counts.values().stream().anyMatch(count -> count != 0)) {
                counted.computeIfAbsent(stratifier, id -> new HashMap<>()).put(at.with(totals), counts);
            }
        }
        SortedMap<String, String> inapplicable = new TreeMap<>();
        Map<String, String> first = new HashMap<>();
        stratifiers.forEach((id, facts) -> {
            if (!facts.inapplicable().isEmpty()) {
                String like = first.computeIfAbsent(facts.inapplicable(), name -> id);
                Set<PublicTable> both = new HashSet<>(tables.getOrDefault(id, Set.of()));
                both.retainAll(tables.getOrDefault(like, Set.of()));
                if (within(counted.get(like), both).equals(within(counted.get(id), both))) {
                    inapplicable.put(id, facts.inapplicable());
                }
            }
        });
        return new SharedStrata(inapplicable);
    }

    private static Map<Position, SortedMap<Count, Long>> within(
            Map<Position, SortedMap<Count, Long>> counted, Set<PublicTable> tables) {
        Map<Position, SortedMap<Count, Long>> within = new HashMap<>(counted == null ? Map.of() : counted);
        within.keySet().removeIf(at -> !tables.contains(at.table()));
        return within;
    }

    /** The name of who is in a stratum; empty where no other stratifier can have the same people. */
    Optional<String> people(String stratifierId, String stratumId) {
        return stratumId.equals(NOT_APPLICABLE)
                ? Optional.ofNullable(inapplicable.get(stratifierId))
                : Optional.empty();
    }

    /** Names the people of a row among those of its table's rate, entity and payer scope: the same name, the same people. */
    String name(CountedRow row) {
        Position at = row.position();
        if (row.components().isEmpty()) {
            return name(at.table().stratifierId(), at.stratumId());
        }
        SortedSet<String> sides = new TreeSet<>();
        row.components().forEach((axis, stratum) -> sides.add(name(axis, stratum)));
        return String.join(" and ", sides);
    }

    private String name(String stratifierId, String stratumId) {
        return people(stratifierId, stratumId).orElse(stratifierId + "|" + stratumId);
    }
}
