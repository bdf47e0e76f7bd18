package org.mcpstrata.verify;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Relation 7, as far as rates are not the same counts under two names: rates that add up, and rates that exclude more. */
final class RateRelations {
    private final Figures figures;
    private final Described described;
    private final Conclusions conclusions;
    private final Map<String, String> populationOf;

    /** @param populationOf group to the group of its initial population, of everything published */
    RateRelations(Figures figures, Described described, Conclusions conclusions, Map<String, String> populationOf) {
        this.figures = figures;
        this.described = described;
        this.conclusions = conclusions;
        this.populationOf = populationOf;
    }

    /** @param generation names the state of the measure's counts; its groups begin with it */
    void rates(String measure, String generation) {
        SortedMap<String, SortedSet<String>> partsOf = new TreeMap<>();
        SortedMap<String, String> widerOf = new TreeMap<>();
        described.ratesOf(measure).forEach((id, rate) -> {
            // Rates with the verdicts of another are that rate's counts once more, not parts of their own.
            String own = group(generation, measure, id);
            if (!rate.addsTo().isEmpty()) {
                partsOf.computeIfAbsent(group(generation, measure, rate.addsTo()), key -> new TreeSet<>())
                        .add(own);
            }
            if (!rate.narrows().isEmpty()) {
                widerOf.put(own, group(generation, measure, rate.narrows()));
            }
        });
        partsOf.forEach(this::addUp);
        widerOf.forEach(this::narrow);
    }

    private String group(String generation, String measure, String id) {
        Described.Rate rate = described.rate(measure, id);
        return generation + '|' + (rate == null ? id : rate.verdictsOf());
    }

    private void addUp(String whole, SortedSet<String> parts) {
        SortedSet<Cell> cells = new TreeSet<>(figures.cells(whole));
        parts.forEach(part -> cells.addAll(figures.cells(part)));
        for (Cell cell : cells) {
            for (Count count : Count.ALL) {
                boolean samePeople = count == Count.INITIAL_POPULATION
                        && parts.stream()
                                .anyMatch(part -> Objects.equals(populationOf.get(part), populationOf.get(whole)));
                Quantity all = of(whole, cell, count);
                if (all != null && !samePeople) {
                    addUp(whole, all, parts, cell, count);
                }
            }
        }
    }

    private void addUp(String whole, Quantity all, SortedSet<String> parts, Cell cell, Count count) {
        List<Quantity> published = parts.stream()
                .map(part -> of(part, cell, count))
                .filter(Objects::nonNull)
                .toList();
        if (published.size() == parts.size()) {
            Sum sum = new Sum().minus(all);
            published.forEach(sum::plus);
            conclusions.relation(sum, Relations.place(whole, cell, "its rates' " + count.column()));
        } else if (!published.isEmpty()) {
            conclusions.atLeast(
                    List.of(all), published, 0, Relations.place(whole, cell, "rates not published, " + count.column()));
        }
    }

    private void narrow(String narrow, String wide) {
        SortedSet<Cell> cells = new TreeSet<>(figures.cells(narrow));
        cells.addAll(figures.cells(wide));
        for (Cell cell : cells) {
            atLeast(wide, narrow, cell, Count.PERFORMANCE_DENOMINATOR);
            atLeast(wide, narrow, cell, Count.OBSERVATION_SUM);
            atLeast(narrow, wide, cell, Count.DENOMINATOR_EXCLUSION);
        }
    }

    private void atLeast(String more, String less, Cell cell, Count count) {
        Quantity larger = of(more, cell, count);
        Quantity smaller = of(less, cell, count);
        if (larger != null && smaller != null) {
            conclusions.atLeast(larger, smaller, 0, Relations.place(more, cell, "without a rate's, " + count.column()));
        }
    }

    private Quantity of(String group, Cell cell, Count count) {
        String of = count == Count.INITIAL_POPULATION ? populationOf.get(group) : group;
        return of == null ? null : figures.of(of, cell, count);
    }
}
