package org.mcpstrata.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * Two completions by integer programming, among the hidden cells around one: for what no search by moves finds. Cells
 * further off stay as they are, so that a completion found is one of the whole system.
 */
final class SolverSearch {
    private static final int LARGEST = 240;

    private final CellSystem system;
    private final boolean[] hidden;
    private final long width;

    SolverSearch(CellSystem system, boolean[] hidden, long width) {
        this.system = system;
        this.hidden = hidden;
        this.width = width;
    }

    /** A proof for a cell, or null where the cells around it allow none. */
    Proof proof(int cell) {
        SortedMap<Integer, Integer> around = around(cell);
        SortedMap<Integer, Long> up = extreme(cell, around, true, width);
        long reached = up.getOrDefault(cell, 0L);
        SortedMap<Integer, Long> down =
                reached >= width ? new TreeMap<>() : extreme(cell, around, false, width - reached);
        if (reached - down.getOrDefault(cell, 0L) < width) {
            return null;
        }
        int[] cells = around.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(c -> up.getOrDefault(c, 0L) != 0 || down.getOrDefault(c, 0L) != 0)
                .toArray();
        long[] first = new long[cells.length];
        long[] second = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            first[i] = up.getOrDefault(cells[i], 0L);
            second[i] = down.getOrDefault(cells[i], 0L);
        }
        return new Proof(cells, first, second);
    }

    /** Cells that are not shown, nearest first, with their place in the programme. */
    private SortedMap<Integer, Integer> around(int cell) {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        ArrayDeque<Integer> next = new ArrayDeque<>(List.of(cell));
        found.put(cell, 0);
        while (!next.isEmpty() && found.size() < LARGEST) {
            int at = next.remove();
            for (int use = system.firstUse(at); use < system.firstUse(at + 1); use++) {
                int relation = system.relationAt(system.placeOfUse(use));
                for (int place = system.firstPlace(relation); place < system.firstPlace(relation + 1); place++) {
                    int other = system.cellAt(place);
                    boolean free = hidden[other] || !system.isPrinted(other);
                    if (free && !found.containsKey(other) && found.size() < LARGEST) {
                        found.put(other, found.size());
                        next.add(other);
                    }
                }
            }
        }
        return found;
    }

    /** The changes that take a cell furthest up or down, no further than wanted; empty where the solver finds none. */
    private SortedMap<Integer, Long> extreme(int cell, SortedMap<Integer, Integer> around, boolean up, long furthest) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
        List<Variable> variables = new ArrayList<>();
        List<Integer> cells = new ArrayList<>(around.keySet());
        SortedMap<Integer, Integer> index = new TreeMap<>();
        for (int c : cells) {
            Variable change = model.newVariable("c" + c).integer();
            change.lower(system.least(c) - system.value(c));
            if (c == cell) {
                change.lower(Math.max(-furthest, system.least(c) - system.value(c)))
                        .upper(furthest);
                change.weight(1);
            }
            index.put(c, variables.size());
            variables.add(change);
        }
        TreeMap<Integer, Expression> sums = new TreeMap<>();
        for (int c : cells) {
            for (int use = system.firstUse(c); use < system.firstUse(c + 1); use++) {
                int place = system.placeOfUse(use);
                int relation = system.relationAt(place);
                sums.computeIfAbsent(
                                relation, it -> model.newExpression("r" + it).level(0))
                        .set(variables.get(index.get(c)), system.signAt(place));
            }
        }
        Optimisation.Result result = up ? model.maximise() : model.minimise();
        if (!result.getState().isFeasible()) {
            return new TreeMap<>();
        }
        SortedMap<Integer, Long> changes = new TreeMap<>();
        for (int c : cells) {
            changes.put(c, Math.round(result.doubleValue(index.get(c))));
        }
        return isWhole(changes) ? changes : new TreeMap<>();
    }

    /** Whether the rounded changes keep every relation and bound: what the solver says is not taken on trust. */
    private boolean isWhole(SortedMap<Integer, Long> changes) {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        for (var change : changes.entrySet()) {
            int c = change.getKey();
            if (system.value(c) + change.getValue() < system.least(c)) {
                return false;
            }
            for (int use = system.firstUse(c); use < system.firstUse(c + 1); use++) {
                int place = system.placeOfUse(use);
                sums.merge(system.relationAt(place), system.signAt(place) * change.getValue(), Long::sum);
            }
        }
        return sums.values().stream().allMatch(sum -> sum == 0);
    }
}
