package org.mcpstrata.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Relations 1, 2, 3 and 5 of the contract: what adds up inside one group of rows. */
final class Relations {
    private static final List<Count> BY_STATUS =
            List.of(Count.DENOMINATOR_EXCLUSION, Count.DENOMINATOR_EXCEPTION, Count.PERFORMANCE_DENOMINATOR);

    private final Figures figures;
    private final Described described;
    private final Conclusions conclusions;

    Relations(Figures figures, Described described, Conclusions conclusions) {
        this.figures = figures;
        this.described = described;
        this.conclusions = conclusions;
    }

    /**
     * Status, of every cell of a group.
     *
     * @param population the group of the initial population
     */
    void status(String group, String population) {
        for (Cell cell : figures.cells(group)) {
            Sum denominator = new Sum();
            if (addAll(denominator, group, cell, Count.DENOMINATOR, BY_STATUS)) {
                conclusions.relation(denominator, place(group, cell, "denominator by status"));
            }
            Sum performance = new Sum();
            if (figures.of(group, cell, Count.NOT_MET) != null
                    && addAll(
                            performance,
                            group,
                            cell,
                            Count.PERFORMANCE_DENOMINATOR,
                            List.of(Count.NUMERATOR, Count.NOT_MET))) {
                conclusions.relation(performance, place(group, cell, "met and not met"));
            }
            Quantity people = figures.of(population, cell, Count.INITIAL_POPULATION);
            Quantity counted = figures.of(group, cell, Count.DENOMINATOR);
            if (people != null && counted != null) {
                conclusions.atLeast(people, counted, 0, place(group, cell, "initial population without denominator"));
            }
        }
    }

    private boolean addAll(Sum sum, String group, Cell cell, Count whole, List<Count> parts) {
        Quantity all = figures.of(group, cell, whole);
        if (all == null) {
            return false;
        }
        sum.minus(all);
        for (Count part : parts) {
            Quantity quantity = figures.of(group, cell, part);
            if (quantity == null) {
                return false;
            }
            sum.plus(quantity);
        }
        return true;
    }

    /** Strata and crossings of every entity and payer scope of a group, at every step. */
    void strata(String group, List<Count> counts) {
        for (Cell block : figures.blocks(group)) {
            figures.strata(group, block).byStratifier().forEach((stratifier, steps) -> {
                Optional<Views.View> view = described.views().find(stratifier);
                if (view.isEmpty() && !stratifier.equals(Cell.TOTAL)) {
                    conclusions.find(Breach.NOT_DESCRIBED, place(group, block.at(stratifier, "*"), ""), "");
                }
                view.ifPresent(found -> counts.forEach(count -> {
                    steps.values().forEach(strata -> strata(group, block, found, strata, count));
                    steps(group, block, stratifier, steps, count);
                }));
            });
        }
    }

    private void strata(String group, Cell block, Views.View view, SortedSet<String> strata, Count count) {
        Quantity total = figures.of(group, block, count);
        if (total != null && view.exclusive()) {
            equal(
                    List.of(total),
                    figures.all(group, block.at(view.id(), "*"), strata, count),
                    () -> place(group, block.at(view.id(), "*"), view.id() + " " + count.column()));
        } else if (total != null && view.attribute().isEmpty()) {
            for (String stratum : strata) {
                Quantity part = figures.of(group, block.at(view.id(), stratum), count);
                if (part != null) {
                    conclusions.atLeast(
                            total,
                            part,
                            0,
                            place(group, block.at(view.id(), stratum), "all others, " + count.column()));
                }
            }
        }
        if (view.isCrossing()) {
            crossing(group, block, view, strata, count);
        }
    }

    /** What is published at two steps holds the same people. */
    private void steps(
            String group, Cell block, String stratifier, SortedMap<Integer, SortedSet<String>> steps, Count count) {
        Cell of = block.at(stratifier, "*");
        List<SortedSet<String>> all = List.copyOf(steps.values());
        for (int i = 1; i < all.size(); i++) {
            for (Links.Link link : links(all.get(i - 1), all.get(i), stratifier)) {
                if (!link.above().equals(link.below())) {
                    equal(
                            figures.all(group, of, link.above(), count),
                            figures.all(group, of, link.below(), count),
                            () -> place(group, of, String.join("+", link.below()) + " " + count.column()));
                }
            }
        }
    }

    private List<Links.Link> links(SortedSet<String> above, SortedSet<String> below, String stratifier) {
        return Links.of(above, below, stratum -> described.views().finest(stratifier, stratum));
    }

    private void crossing(String group, Cell block, Views.View view, SortedSet<String> strata, Count count) {
        SortedMap<String, SortedMap<String, SortedSet<String>>> byComponent = new TreeMap<>();
        for (String stratum : strata) {
            Views.Stratum known = view.strata().get(stratum);
            (known == null ? Map.<String, String>of() : known.components()).forEach((axis, value) -> byComponent
                    .computeIfAbsent(axis, key -> new TreeMap<>())
                    .computeIfAbsent(value, key -> new TreeSet<>())
                    .add(stratum));
        }
        byComponent.forEach((axis, members) -> {
            Cell of = block.at(axis, "*");
            for (int step : figures.steps(group, of)) {
                SortedSet<String> wholes = figures.strata(group, block).of(axis, step);
                for (Links.Link link : links(wholes, new TreeSet<>(members.keySet()), axis)) {
                    SortedSet<String> present = new TreeSet<>();
                    link.below().forEach(value -> present.addAll(members.get(value)));
                    SortedSet<String> named = link.above().isEmpty() ? link.below() : link.above();
                    equal(
                            figures.all(group, of, link.above(), count),
                            figures.all(group, block.at(view.id(), "*"), present, count),
                            () -> place(
                                    group, block.at(axis, String.join("+", named)), view.id() + " " + count.column()));
                }
            }
        });
    }

    /** Tells that both sides add up to the same; null where what is published does not tell a side. */
    private void equal(List<Quantity> some, List<Quantity> others, Supplier<String> place) {
        if (some != null && others != null) {
            Sum sum = new Sum();
            some.forEach(sum::minus);
            others.forEach(sum::plus);
            conclusions.relation(sum, place.get());
        }
    }

    /** People of a line of business are some of all. */
    void scopes(String group, List<Count> counts) {
        for (Cell block : figures.blocks(group)) {
            Cell everybody = block.forEverybody();
            if (block.equals(everybody)) {
                continue;
            }
            figures.strata(group, block).byStratifier().forEach((stratifier, steps) -> {
                Cell some = block.at(stratifier, "*");
                Cell all = everybody.at(stratifier, "*");
                for (int step : figures.steps(group, all)) {
                    for (SortedSet<String> strata : steps.values()) {
                        links(figures.strata(group, all).of(stratifier, step), strata, stratifier).stream()
                                .filter(link -> !link.below().isEmpty())
                                .forEach(link -> counts.forEach(count -> scope(group, some, all, link, count)));
                    }
                }
            });
        }
    }

    private void scope(String group, Cell some, Cell all, Links.Link link, Count count) {
        List<Quantity> less = figures.all(group, some, link.below(), count);
        List<Quantity> more = figures.all(group, all, link.above(), count);
        if (less != null && more != null) {
            Cell named = some.at(some.stratifier(), String.join("+", link.below()));
            conclusions.atLeast(more, less, 0, place(group, named, "everybody else, " + count.column()));
        }
    }

    static String place(String group, Cell cell, String what) {
        return group.replace("|", ", ") + ", " + cell + (what.isEmpty() ? "" : ", " + what);
    }
}
