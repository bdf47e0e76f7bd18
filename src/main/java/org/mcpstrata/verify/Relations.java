package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Relations 1, 2, 3, 5, 6 and 9 of the contract: what adds up inside one group of rows. */
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

    /** Practices add up to their state, states to the program. */
    void entities(String group, List<Count> counts) {
        Map<Cell, SortedSet<Cell>> children = new HashMap<>();
        for (Cell block : figures.blocks(group)) {
            if (block.entityType().equals("PRACTICE")) {
                String state = described.stateOfPractice().get(block.entityId());
                if (state == null) {
                    conclusions.find(Breach.NOT_DESCRIBED, place(group, block, ""), "");
                } else {
                    children.computeIfAbsent(block.of("STATE", state), key -> new TreeSet<>())
                            .add(block);
                }
            } else if (block.entityType().equals("STATE")) {
                figures.blocks(group).stream()
                        .filter(other -> other.entityType().equals("PROGRAM")
                                && other.scope().equals(block.scope()))
                        .forEach(program -> children.computeIfAbsent(program, key -> new TreeSet<>())
                                .add(block));
            }
        }
        new TreeMap<>(children).forEach((parent, parts) -> addUp(group, parent, parts, counts));
    }

    private void addUp(String group, Cell parent, SortedSet<Cell> parts, List<Count> counts) {
        SortedSet<String> stratifiers =
                new TreeSet<>(figures.block(group, parent).keySet());
        parts.stream()
                .filter(part ->
                        !counts.stream().allMatch(count -> Quantity.ZERO.equals(figures.of(group, part, count))))
                .forEach(
                        part -> stratifiers.retainAll(figures.block(group, part).keySet()));
        stratifiers.add(Cell.TOTAL);
        for (String stratifier : stratifiers) {
            for (Link link : links(group, parent, parts, stratifier)) {
                counts.forEach(count -> addUp(group, parent, parts, stratifier, link, count));
            }
        }
        // Where a state shows a stratifier not at all, the others are still some of the program's people.
        SortedSet<String> partly = new TreeSet<>(figures.block(group, parent).keySet());
        partly.removeAll(stratifiers);
        for (String stratifier : partly) {
            for (String stratum : figures.block(group, parent).get(stratifier)) {
                counts.forEach(count -> some(group, parent, parts, parent.at(stratifier, stratum), count));
            }
        }
    }

    private void addUp(String group, Cell parent, SortedSet<Cell> parts, String stratifier, Link link, Count count) {
        Sum sum = new Sum();
        for (String stratum : link.above()) {
            Quantity whole = figures.of(group, parent.at(stratifier, stratum), count);
            if (whole == null) {
                return;
            }
            sum.minus(whole);
        }
        for (Cell part : parts) {
            for (String stratum : link.below()) {
                Quantity quantity = figures.of(group, part.at(stratifier, stratum), count);
                if (quantity == null) {
                    return;
                }
                sum.plus(quantity);
            }
        }
        String strata = String.join("+", link.above());
        conclusions.relation(sum, place(group, parent.at(stratifier, strata), "its parts' " + count.column()));
    }

    private void some(String group, Cell parent, SortedSet<Cell> parts, Cell cell, Count count) {
        Quantity whole = figures.of(group, cell, count);
        if (whole == null) {
            return;
        }
        for (Cell part : parts) {
            Quantity quantity = figures.of(group, part.at(cell.stratifier(), cell.stratum()), count);
            if (quantity != null) {
                conclusions.atLeast(whole, quantity, 0, place(group, cell, "less one part, " + count.column()));
            }
        }
    }

    /** Strata of the parent and of its parts that hold the same people together. */
    private record Link(SortedSet<String> above, SortedSet<String> below) {}

    private List<Link> links(String group, Cell parent, SortedSet<Cell> parts, String stratifier) {
        SortedSet<String> above = figures.block(group, parent).getOrDefault(stratifier, new TreeSet<>());
        SortedSet<String> below = new TreeSet<>();
        parts.forEach(part -> below.addAll(figures.block(group, part).getOrDefault(stratifier, new TreeSet<>())));
        Described.View view = described.views().get(stratifier);
        List<Link> links = new ArrayList<>();
        SortedSet<String> all = new TreeSet<>(above);
        all.addAll(below);
        SortedMap<String, Link> ofFinest = new TreeMap<>();
        for (String stratum : all) {
            Link link = new Link(new TreeSet<>(), new TreeSet<>());
            if (above.contains(stratum)) {
                link.above().add(stratum);
            }
            if (below.contains(stratum)) {
                link.below().add(stratum);
            }
            Described.Stratum known = view == null ? null : view.strata().get(stratum);
            for (String finest : known == null ? List.of(stratum) : known.finest()) {
                Link other = ofFinest.get(finest);
                if (other != null && other != link) {
                    link.above().addAll(other.above());
                    link.below().addAll(other.below());
                    links.remove(other);
                    ofFinest.replaceAll((key, value) -> value == other ? link : value);
                }
                ofFinest.put(finest, link);
            }
            links.add(link);
        }
        return links;
    }

    static String place(String group, Cell cell, String what) {
        return group.replace("|", ", ") + ", " + cell + (what.isEmpty() ? "" : ", " + what);
    }
}
