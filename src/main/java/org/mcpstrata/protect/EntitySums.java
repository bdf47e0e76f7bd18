package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relation 6: practices add up to states or to the program, states to the program, whatever steps they are published at. */
final class EntitySums {
    private final BlockCells cells;
    private final Practices practices;
    private final Steps steps;

    EntitySums(BlockCells cells, Practices practices, Steps steps) {
        this.cells = requireNonNull(cells, "cells");
        this.practices = requireNonNull(practices, "practices");
        this.steps = requireNonNull(steps, "steps");
    }

    void tell() {
        for (PublicTable table : cells.tables()) {
            if (table.entityType().equals(PublicTable.PROGRAM)) {
                states(table);
            } else if (table.entityType().equals(PublicTable.PRACTICE) && table.isTotal()) {
                PublicTable states = table.at(PublicTable.STATE);
                PublicTable program = table.at(PublicTable.PROGRAM);
                practices(table, cells.tables().contains(states) ? states : program, Optional.empty());
                for (String fact : List.of("participant_type", "track")) {
                    PublicTable ofStates = states.of(fact);
                    practices(
                            table, cells.tables().contains(ofStates) ? ofStates : program.of(fact), Optional.of(fact));
                }
            }
        }
    }

    /** Rows of the program and of its states that hold the same people at the coarser of their steps. */
    private record Sides(List<Position> wholes, List<Position> parts) {
        static Sides none(String common) {
            return new Sides(new ArrayList<>(), new ArrayList<>());
        }
    }

    private void states(PublicTable program) {
        PublicTable states = program.at(PublicTable.STATE);
        if (!cells.tables().contains(states)) {
            return;
        }
        Map<String, Sides> sides = new LinkedHashMap<>();
        cells.of(program)
                .forEach(whole -> sides.computeIfAbsent(steps.common(cells.row(whole), Level.of(states)), Sides::none)
                        .wholes()
                        .add(whole));
        cells.of(states)
                .forEach(part -> sides.computeIfAbsent(steps.common(cells.row(part), Level.of(program)), Sides::none)
                        .parts()
                        .add(part));
        sides.values().forEach(side -> cells.equal(side.wholes(), side.parts()));
    }

    /** Strata of what practices are have one step only. */
    private void practices(PublicTable table, PublicTable wholes, Optional<String> fact) {
        if (!cells.tables().contains(wholes)) {
            return;
        }
        boolean ofStates = wholes.entityType().equals(PublicTable.STATE);
        String program = ofStates ? "" : cells.of(wholes).get(0).entityId();
        Map<Position, List<Position>> parts = new LinkedHashMap<>();
        for (Position practice : cells.of(table)) {
            String entity = ofStates ? practices.state(practice.entityId()) : program;
            String stratum = fact.map(stratifier ->
                            practices.stratum(practice.entityId(), stratifier).orElseThrow())
                    .orElse(PublicTable.TOTAL);
            parts.computeIfAbsent(new Position(wholes, entity, stratum), whole -> new ArrayList<>())
                    .add(practice);
        }
        parts.forEach((whole, of) -> cells.equal(List.of(whole), of));
    }
}
