package org.mcpstrata.verify;

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
            described.views().all().stream()
                    .filter(Views.View::isOfPractices)
                    .forEach(view -> practices(group, practices, view.id(), Optional.of(view), counts));
        }
    }

    /**
     * Practices by the state or program cell that they are counted in.
     *
     * @param view the stratifier that rests on what practices are; empty for totals
     */
    private void practices(
            String group, SortedSet<Cell> practices, String stratifier, Optional<Views.View> view, List<Count> counts) {
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
            parents.forEach(
                    parent -> children.computeIfAbsent(parent.at(stratifier, stratum.get()), key -> new TreeSet<>())
                            .add(practice));
        }
        children.forEach((parent, parts) -> counts.forEach(count -> practices(group, parent, parts, count)));
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
        states.forEach((scope, parts) -> programs(group, scope).forEach(program -> figures.strata(group, program)
                .byStratifier()
                .forEach((stratifier, steps) -> {
                    Cell ofStates = parts.first().at(stratifier, "*");
                    for (int below : figures.steps(group, ofStates)) {
                        SortedSet<String> strata = new TreeSet<>();
                        parts.forEach(part ->
                                strata.addAll(figures.strata(group, part).of(stratifier, below)));
                        steps.values().forEach(above -> {
                            for (Links.Link link : Links.of(
                                    above, strata, stratum -> described.views().finest(stratifier, stratum))) {
                                counts.forEach(count -> addUp(group, program, parts, stratifier, link, count));
                            }
                        });
                    }
                })));
    }

    private void addUp(
            String group, Cell parent, SortedSet<Cell> parts, String stratifier, Links.Link link, Count count) {
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
}
