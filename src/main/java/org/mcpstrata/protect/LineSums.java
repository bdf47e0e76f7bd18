package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all published lines of business together count more or less than everybody: memberships of people who are in several,
 * less people who are in none. Nobody prints it, and it is held to the rule for differences (relation 5).
 */
final class LineSums {
    private final BlockCells cells;
    private final Steps steps;

    LineSums(BlockCells cells, Steps steps) {
        this.cells = requireNonNull(cells, "cells");
        this.steps = requireNonNull(steps, "steps");
    }

    void tell() {
        Map<PublicTable, List<PublicTable>> lines = new TreeMap<>();
        for (PublicTable table : cells.tables()) {
            PublicTable everybody = table.ofEverybody();
            if (!table.equals(everybody) && cells.tables().contains(everybody)) {
                lines.computeIfAbsent(everybody, key -> new ArrayList<>()).add(table);
            }
        }
        lines.forEach((everybody, of) -> {
            // One line alone is some of everybody, which is told already.
            if (of.size() > 1) {
                sums(everybody, of);
            }
        });
    }

    private void sums(PublicTable everybody, List<PublicTable> lines) {
        Map<List<String>, List<Position>> all = new LinkedHashMap<>();
        for (Position at : cells.of(everybody)) {
            all.computeIfAbsent(key(at, lines.get(0)), key -> new ArrayList<>()).add(at);
        }
        Map<List<String>, List<Position>> some = new LinkedHashMap<>();
        for (PublicTable line : lines) {
            for (Position at : cells.of(line)) {
                some.computeIfAbsent(key(at, everybody), key -> new ArrayList<>())
                        .add(at);
            }
        }
        some.forEach((key, of) -> {
            for (Count count : Count.values()) {
                List<Integer> parts = cells.found(of, count);
                List<Integer> wholes = cells.found(all.getOrDefault(key, List.of()), count);
                if (!parts.isEmpty() && !wholes.isEmpty()) {
                    boolean more = sum(parts) > sum(wholes);
                    cells.atMost(more ? wholes : parts, more ? parts : wholes, of.get(0), count);
                }
            }
        });
    }

    private List<String> key(Position at, PublicTable other) {
        return List.of(at.entityId(), steps.common(cells.row(at), Level.of(other)));
    }

    private long sum(List<Integer> of) {
        return of.stream().mapToLong(cells::value).sum();
    }
}
