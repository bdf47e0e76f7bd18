package org.mcpstrata.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Relation 6, and 9 where entities are published at different steps: what adds up from practices to states to the program. */
final class EntityRelations {
    private final Figures figures;
    private final Described described;
    private final Conclusions conclusions;

    EntityRelations(Figures figures, Described described, Conclusions conclusions) {
        this.figures = figures;
        this.described = described;
        this.conclusions = conclusions;
    }

    /** Practices add up to their state or, where the state's table is not published, to the program; states to the program. */
    void entities(String group, List<Count> counts) {
        statesOfProgram(group, counts);
        SortedSet<Cell> practices = new TreeSet<>();
        for (Cell block : figures.blocks(group)) {
            if (block.entityType().equals(Cell.PRACTICE)) {
                practices.add(block);
                if (!described.stateOfPractice().containsKey(block.entityId())) {
                    conclusions.find(Breach.NOT_DESCRIBED, Relations.place(group, block, ""), "");
                    return;
                }
            }
        }
        if (!practices.isEmpty()) {
            practices(group, practices, Cell.TOTAL, Optional.empty(), counts);
            described.views().values().stream()
                    .filter(Described.View::isOfPractices)
                    .forEach(view -> practices(group, practices, view.id(), Optional.of(view), counts));
        }
    }

    /**
     * Practices by the state or program cell that they are counted in.
     *
     * @param view the stratifier that rests on what practices are; empty for totals
     */
    private void practices(
            String group,
            SortedSet<Cell> practices,
            String stratifier,
            Optional<Described.View> view,
            List<Count> counts) {
        boolean ofStates = figures.isTable(group, Cell.STATE, Cell.EVERYBODY, stratifier);
        SortedMap<Cell, SortedSet<Cell>> children = new TreeMap<>();
        for (Cell practice : practices) {
            Optional<String> stratum = view.isEmpty()
                    ? Optional.of(Cell.TOTAL)
                    : described.stratumOfPractice(view.get(), practice.entityId());
            if (stratum.isEmpty()) {
                conclusions.find(Breach.NOT_DESCRIBED, Relations.place(group, practice.at(stratifier, "*"), ""), "");
                return;
            }
            String state = described.stateOfPractice().get(practice.entityId());
            List<Cell> parents = ofStates ? List.of(practice.of(Cell.STATE, state)) : programs(group, practice.scope());
            parents.forEach(parent -> children.computeIfAbsent(
                            parent.at(stratifier, holder(view, stratum.get())), key -> new TreeSet<>())
                    .add(practice));
        }
        children.forEach((parent, parts) -> counts.forEach(count -> practices(group, parent, parts, count)));
    }

    private static String holder(Optional<Described.View> view, String stratum) {
        return view.flatMap(known -> known.strata().values().stream()
                        .filter(other -> other.merges().contains(stratum))
                        .map(Described.Stratum::id)
                        .findFirst())
                .orElse(stratum);
    }

    private void practices(String group, Cell parent, SortedSet<Cell> parts, Count count) {
        Quantity whole = figures.of(group, parent, count);
        if (whole == null) {
            return;
        }
        Sum sum = new Sum().minus(whole);
        for (Cell part : parts) {
            Quantity quantity = figures.of(group, part, count);
            if (quantity == null) {
                return;
            }
            sum.plus(quantity);
        }
        conclusions.relation(sum, Relations.place(group, parent, "its practices' " + count.column()));
    }

    private List<Cell> programs(String group, String scope) {
        return figures.blocks(group).stream()
                .filter(block ->
                        block.entityType().equals(Cell.PROGRAM) && block.scope().equals(scope))
                .toList();
    }

    private void statesOfProgram(String group, List<Count> counts) {
        SortedMap<String, SortedSet<Cell>> states = new TreeMap<>();
        for (Cell block : figures.blocks(group)) {
            if (block.entityType().equals(Cell.STATE)) {
                states.computeIfAbsent(block.scope(), key -> new TreeSet<>()).add(block);
            }
        }
        states.forEach((scope, parts) -> programs(group, scope).forEach(program -> {
            SortedSet<String> stratifiers =
                    new TreeSet<>(figures.block(group, program).keySet());
            stratifiers.removeIf(stratifier -> !figures.isTable(group, Cell.STATE, scope, stratifier));
            for (String stratifier : stratifiers) {
                for (Link link : links(group, program, parts, stratifier)) {
                    counts.forEach(count -> addUp(group, program, parts, stratifier, link, count));
                }
            }
        }));
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
        conclusions.relation(
                sum, Relations.place(group, parent.at(stratifier, strata), "its parts' " + count.column()));
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
}
