package org.mcpstrata.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** Strata and crossings of every entity and payer scope of a group. */
    void strata(String group, List<Count> counts) {
        for (Cell block : figures.blocks(group)) {
            figures.block(group, block).forEach((stratifier, strata) -> {
                Described.View view = described.views().get(stratifier);
                if (view == null) {
                    if (!stratifier.equals(Cell.TOTAL)) {
                        conclusions.find(Breach.NOT_DESCRIBED, place(group, block.at(stratifier, "*"), ""), "");
                    }
                } else {
                    counts.forEach(count -> strata(group, block, view, strata, count));
                }
            });
        }
    }

    private void strata(String group, Cell block, Described.View view, SortedSet<String> strata, Count count) {
        Quantity total = figures.of(group, block, count);
        if (total != null && view.exclusive()) {
            parts(group, block, view.id(), strata, count, total, block.at(view.id(), "*"));
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

    private void crossing(String group, Cell block, Described.View view, SortedSet<String> strata, Count count) {
        SortedMap<String, SortedMap<String, SortedSet<String>>> byComponent = new TreeMap<>();
        view.strata().values().forEach(stratum -> stratum.components().forEach((axis, value) -> byComponent
                .computeIfAbsent(axis, key -> new TreeMap<>())
                .computeIfAbsent(value, key -> new TreeSet<>())
                .add(stratum.id())));
        byComponent.forEach((axis, values) -> values.forEach((value, members) -> {
            Cell component = block.at(axis, value);
            Quantity whole = figures.of(group, component, count);
            if (whole != null) {
                SortedSet<String> present = new TreeSet<>(members);
                present.retainAll(strata);
                parts(group, block, view.id(), present, count, whole, component);
            }
        }));
    }

    private void parts(
            String group,
            Cell block,
            String stratifier,
            SortedSet<String> strata,
            Count count,
            Quantity whole,
            Cell named) {
        Sum sum = new Sum().minus(whole);
        for (String stratum : strata) {
            Quantity part = figures.of(group, block.at(stratifier, stratum), count);
            if (part == null) {
                return;
            }
            sum.plus(part);
        }
        conclusions.relation(sum, place(group, named, stratifier + " " + count.column()));
    }

    /** People of a line of business are some of all. */
    void scopes(String group, List<Count> counts) {
        for (Cell cell : figures.cells(group)) {
            if (!cell.scope().equals(Cell.EVERYBODY)) {
                for (Count count : counts) {
                    Quantity some = figures.of(group, cell, count);
                    Quantity all = figures.of(group, cell.forEverybody(), count);
                    if (some != null && all != null) {
                        conclusions.atLeast(all, some, 0, place(group, cell, "everybody else, " + count.column()));
                    }
                }
            }
        }
    }

    static String place(String group, Cell cell, String what) {
        return group.replace("|", ", ") + ", " + cell + (what.isEmpty() ? "" : ", " + what);
    }
}
