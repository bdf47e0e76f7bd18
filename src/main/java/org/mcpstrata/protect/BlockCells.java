package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The cells of some published tables by their place, while relations between them are told. */
final class BlockCells {
    private final CellSystem.Builder builder = new CellSystem.Builder();
    private final Map<Position, Integer[]> cells = new LinkedHashMap<>();
    private final Map<Position, CountedRow> rows = new LinkedHashMap<>();
    private final Map<PublicTable, List<Position>> byTable = new TreeMap<>();
    private final Map<Integer, CellName> names = new HashMap<>();
    private final CellWeights weights;
    private final Set<PublicTable> tables = new TreeSet<>();
    private final Set<List<Integer>> sums = new LinkedHashSet<>();

    BlockCells(CellWeights weights) {
        this.weights = requireNonNull(weights, "weights");
    }

    /** @param sameAs the cell that a count of the row, in the order of counts, is another name of; empty where it is none */
    void add(CountedRow row, BiFunction<Count, Integer[], Optional<Integer>> sameAs) {
        Position at = row.position();
        Integer[] found = new Integer[Count.values().length];
        row.counts().forEach((count, value) -> {
            Optional<Integer> same = sameAs.apply(count, found).filter(cell -> builder.value(cell) == value);
            found[count.ordinal()] = same.orElseGet(() -> {
                int cell = builder.count(value, weights.of(row, count));
                names.put(cell, new CellName(at, count, false));
                return cell;
            });
        });
        cells.put(at, found);
        rows.put(at, row);
        byTable.computeIfAbsent(at.table(), table -> new ArrayList<>()).add(at);
        tables.add(at.table());
    }

    /** The cell of a count, where the row is there and has it. */
    Optional<Integer> cell(Position position, Count count) {
        Integer[] found = cells.get(position);
        return found == null ? Optional.empty() : Optional.ofNullable(found[count.ordinal()]);
    }

    Map<Position, Integer[]> all() {
        return Collections.unmodifiableMap(cells);
    }

    CountedRow row(Position position) {
        return rows.get(position);
    }

    Set<PublicTable> tables() {
        return Collections.unmodifiableSet(tables);
    }

    List<Position> of(PublicTable table) {
        return byTable.getOrDefault(table, List.of());
    }

    CellName name(int cell) {
        return names.get(cell);
    }

    long value(int cell) {
        return builder.value(cell);
    }

    /** Says that an earlier release shows a cell. */
    void known(int cell) {
        builder.known(cell);
    }

    CellSystem system() {
        return builder.build();
    }

    /**
     * Rows that hold the same people: each of their counts adds up to the same on both sides.
     *
     * @param wholes none where nobody is counted on that side
     */
    void equal(List<Position> wholes, List<Position> parts) {
        boolean practices = !parts.isEmpty() && rows.get(parts.get(0)).isPractice();
        for (Count count : Count.values()) {
            if (practices && cell(parts.get(0), count).isEmpty()) {
                continue;
            }
            List<Integer> some = found(wholes, count);
            List<Integer> others = found(parts, count);
            if (sum(some) != sum(others)) {
                throw new IllegalStateException("rows do not add up to those that hold them");
            }
            equalCells(some, others);
        }
    }

    /** The cells of a count, of those rows that have it. */
    List<Integer> found(List<Position> positions, Count count) {
        List<Integer> found = new ArrayList<>();
        positions.forEach(position -> cell(position, count).ifPresent(found::add));
        return found;
    }

    private long sum(List<Integer> of) {
        return of.stream().mapToLong(builder::value).sum();
    }

    /** The parts are some of the wholes; what is between them is a difference that nobody prints. */
    void atMost(List<Integer> parts, List<Integer> wholes, Position at, Count count) {
        if (parts.equals(wholes)) {
            return;
        }
        List<Integer> withRest = new ArrayList<>(parts);
        int between = builder.difference(sum(wholes) - sum(parts));
        names.put(between, new CellName(at, count, true));
        withRest.add(between);
        equalCells(wholes, withRest);
    }

    /** Zeros are shown and never change, so they are left out; the same relation under two names is one. */
    void equalCells(List<Integer> some, List<Integer> others) {
        List<Integer> left = counting(some);
        List<Integer> right = counting(others);
        List<Integer> both = new ArrayList<>(left);
        both.retainAll(right);
        left.removeAll(both);
        right.removeAll(both);
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        List<Integer> key = new ArrayList<>(left);
        key.add(-1);
        key.addAll(right);
        if (sums.add(key)) {
            builder.equal(left, right);
        }
    }

    private List<Integer> counting(List<Integer> of) {
        Integer[] counting = of.stream()
                .filter(cell -> builder.value(cell) > 0 || !builder.isPrinted(cell))
                .toArray(Integer[]::new);
        Arrays.sort(counting);
        return new ArrayList<>(List.of(counting));
    }
}
