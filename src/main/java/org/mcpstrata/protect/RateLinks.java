package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a reader knows of how rates belong together, found in the counts themselves: whatever holds in every row of a run
 * is taken to be known, so that nothing rests on how a measure file says it.
 *
 * @param populations rate to the first rate with the same initial population in every row
 * @param sameDenominator rates whose denominator is their initial population in every row
 * @param same count to rate to the first rate with the same count in every row; a rate without another of this is left out
 * @param parts rate to the rates that add up to it
 * @param narrows rate to a rate of the same population that excludes fewer people in every row
 * @param left rates that are not published beside another of the same people; nothing is said of them
 */
record RateLinks(
        SortedMap<RateName, RateName> populations,
        SortedSet<RateName> sameDenominator,
        SortedMap<Count, SortedMap<RateName, RateName>> same,
        SortedMap<RateName, List<RateName>> parts,
        SortedMap<RateName, RateName> narrows,
        SortedSet<RateName> left) {

    private static final List<Count> PEOPLE = List.of(
            Count.INITIAL_POPULATION,
            Count.DENOMINATOR,
            Count.DENOMINATOR_EXCLUSION,
            Count.DENOMINATOR_EXCEPTION,
            Count.PERFORMANCE_DENOMINATOR);

    private static final Set<Count> OF_ANYBODY = EnumSet.of(Count.DENOMINATOR, Count.PERFORMANCE_DENOMINATOR);

    /** Looks at all rows of rates with verdicts of their own. */
    static RateLinks of(Collection<CountedRow> rows) {
        return of(rows, new TreeSet<>());
    }

    /** The same of some of the rates only. */
    static RateLinks of(Collection<CountedRow> rows, SortedSet<RateName> left) {
        SortedMap<RateName, Map<List<String>, Map<Count, Long>>> byRate = new TreeMap<>();
        for (CountedRow row : rows) {
            Position at = row.position();
            // What holds for strata of states and the program holds for practices.
            if (at.table().rate().equals(row.rate())
                    && !left.contains(row.rate())
                    && !at.table().entityType().equals(PublicTable.PRACTICE)) {
                byRate.computeIfAbsent(row.rate(), rate -> new HashMap<>())
                        .put(
                                List.of(
                                        at.table().entityType(),
                                        at.entityId(),
                                        at.table().payerScope(),
                                        at.table().stratifierId(),
                                        at.stratumId()),
                                new EnumMap<>(row.counts()));
            }
        }
        SortedMap<RateName, RateName> populations = new TreeMap<>();
        SortedSet<RateName> sameDenominator = new TreeSet<>();
        SortedMap<RateName, List<RateName>> parts = new TreeMap<>();
        SortedMap<RateName, RateName> narrows = new TreeMap<>();
        byRate.forEach((rate, counts) -> {
            populations.put(
                    rate,
                    populations.values().stream()
                            .distinct()
                            .filter(first -> hasSame(Count.INITIAL_POPULATION, byRate.get(first), counts))
                            .findFirst()
                            .orElse(rate));
            if (counts.values().stream()
                    .allMatch(row -> row.get(Count.DENOMINATOR).equals(row.get(Count.INITIAL_POPULATION)))) {
                sameDenominator.add(rate);
            }
            List<RateName> others = byRate.keySet().stream()
                    .filter(other -> !other.equals(rate) && other.measureId().equals(rate.measureId()))
                    .toList();
            List<RateName> sum = adding(rate, others, byRate);
            if (!sum.isEmpty()) {
                parts.put(rate, sum);
            }
            others.stream()
                    .filter(other -> isNarrower(counts, byRate.get(other)))
                    .findFirst()
                    .ifPresent(wider -> narrows.put(rate, wider));
        });
        return new RateLinks(populations, sameDenominator, same(byRate), parts, narrows, left);
    }

    /**
     * Denominators of other measures too; everything else of the same people only, where it is no accident that a few
     * exclusions are equal.
     */
    private static SortedMap<Count, SortedMap<RateName, RateName>> same(
            SortedMap<RateName, Map<List<String>, Map<Count, Long>>> byRate) {
        SortedMap<Count, SortedMap<RateName, RateName>> same = new TreeMap<>();
        for (Count count : Count.values()) {
            SortedMap<RateName, RateName> firsts = new TreeMap<>();
            byRate.forEach((rate, counts) -> byRate.headMap(rate).entrySet().stream()
                    .filter(other -> hasSame(count, other.getValue(), counts)
                            && (OF_ANYBODY.contains(count)
                                    || hasSame(Count.INITIAL_POPULATION, other.getValue(), counts)))
                    .findFirst()
                    .ifPresent(first -> {
                        firsts.putIfAbsent(first.getKey(), first.getKey());
                        firsts.put(rate, first.getKey());
                    }));
            same.put(count, firsts);
        }
        return same;
    }

    /** The first rate whose count is the same as that of a rate; the rate itself where there is none. */
    RateName first(Count count, RateName rate) {
        RateName population = count == Count.INITIAL_POPULATION ? populations.getOrDefault(rate, rate) : rate;
        return same.getOrDefault(count, new TreeMap<>()).getOrDefault(rate, population);
    }

    private static boolean hasSame(
            Count count, Map<List<String>, Map<Count, Long>> one, Map<List<String>, Map<Count, Long>> other) {
        return one.keySet().equals(other.keySet())
                && one.values().stream().anyMatch(row -> row.getOrDefault(count, 0L) > 0)
                && one.entrySet().stream()
                        .allMatch(row -> Objects.equals(
                                row.getValue().get(count),
                                other.get(row.getKey()).get(count)));
    }

    private static boolean isNarrower(
            Map<List<String>, Map<Count, Long>> narrow, Map<List<String>, Map<Count, Long>> wide) {
        if (!hasSame(Count.INITIAL_POPULATION, narrow, wide)) {
            return false;
        }
        boolean anyLess = false;
        for (var row : narrow.entrySet()) {
            Map<Count, Long> other = wide.get(row.getKey());
            if (!row.getValue().get(Count.DENOMINATOR).equals(other.get(Count.DENOMINATOR))
                    || row.getValue().get(Count.DENOMINATOR_EXCLUSION) < other.get(Count.DENOMINATOR_EXCLUSION)
                    || row.getValue().get(Count.PERFORMANCE_DENOMINATOR) > other.get(Count.PERFORMANCE_DENOMINATOR)
                    || row.getValue().getOrDefault(Count.OBSERVATION_SUM, 0L)
                            > other.getOrDefault(Count.OBSERVATION_SUM, 0L)) {
                return false;
            }
            anyLess |= row.getValue().get(Count.PERFORMANCE_DENOMINATOR) < other.get(Count.PERFORMANCE_DENOMINATOR);
        }
        return anyLess;
    }

    /** The rates whose counts of people add up to those of a rate in every row; empty where there are none. */
    private static List<RateName> adding(
            RateName whole, List<RateName> others, Map<RateName, Map<List<String>, Map<Count, Long>>> byRate) {
        List<RateName> smaller = others.stream()
                .filter(other ->
                        byRate.get(whole).keySet().containsAll(byRate.get(other).keySet()))
                .toList();
        if (smaller.size() < 2) {
            return List.of();
        }
        for (var row : byRate.get(whole).entrySet()) {
            for (Count count : PEOPLE) {
                long sum = 0;
                for (RateName part : smaller) {
                    Map<Count, Long> found = byRate.get(part).get(row.getKey());
                    sum += found == null ? 0 : found.get(count);
                }
                if (sum != row.getValue().get(count)) {
                    return List.of();
                }
            }
        }
        return new ArrayList<>(smaller);
    }
}
