package org.mcpstrata.verify.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Progress;

/** Small random cubes with random hidden cells: every interval is that of all whole-number tables that fit. */
class RangesAgreeWithBruteForceTest {
    @Test
    void hundredsOfSmallCubes() {
        agree(1, 400);
    }

    @Test
    @Tag("full")
    void tenThousandSmallCubes() {
        agree(2, 10_000);
    }

    private static void agree(long seed, int cubes) {
        Random random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < cubes; i++) {
            compared += Cube.random(random).compare("cube " + i + " of seed " + seed);
        }
        assertThat(compared).isGreaterThan(cubes);
    }

    /** The oracle's cubes S6b and S6: eight cells that nobody prints, and all their two-way tables. */
    @Test
    void threeTwoWayTablesLeaveTheirCubeNoFreedom() {
        assertThat(cube(14, 3, 9, 22, 6, 4, 5, 31))
                .containsExactly(
                        "[10, 17]", "[0, 7]", "[6, 13]", "[18, 25]", "[3, 10]", "[0, 7]", "[1, 8]", "[28, 35]");
        assertThat(cube(14, 3, 9, 22, 0, 0, 5, 31))
                .containsExactly("[14, 14]", "[3, 3]", "[9, 9]", "[22, 22]", "[0, 0]", "[0, 0]", "[5, 5]", "[31, 31]");
    }

    private static List<String> cube(long... cells) {
        Unknowns unknowns = new Unknowns();
        Map<Integer, Goal> goals = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            goals.put(unknowns.add(0), Range::isExact);
        }
        for (int axis = 0; axis < 3; axis++) {
            for (int cell = 0; cell < cells.length; cell++) {
                int other = cell | 1 << axis;
                if (other != cell) {
                    unknowns.sum(new int[] {cell, other}, new int[] {1, 1}, cells[cell] + cells[other]);
                }
            }
        }
        Ranges ranges = Ranges.of(unknowns, goals, Progress.SILENT);
        return goals.keySet().stream()
                .sorted()
                .map(cell -> ranges.range(cell).toString())
                .toList();
    }

    /** A cube of two or three axes; all its margins of one axis fewer are relations. */
    private static final class Cube {
        private final List<int[]> relations = new ArrayList<>();
        private final List<Long> values = new ArrayList<>();
        private final List<Boolean> hidden = new ArrayList<>();

        static Cube random(Random random) {
            int[] sizes = random.nextInt(3) == 0
                    ? new int[] {2, 2, 2}
                    : new int[] {2 + random.nextInt(2), 2 + random.nextInt(2)};
            Cube cube = new Cube();
            int[] full = new int[sizes.length];
            for (int i = 0; i < sizes.length; i++) {
                full[i] = sizes[i] + 1;
            }
            int cells = 1;
            for (int size : full) {
                cells *= size;
            }
            for (int i = 0; i < cells; i++) {
                cube.values.add(0L);
                cube.hidden.add(false);
            }
            cube.fill(random, sizes, full, cells);
            return cube;
        }

        private void fill(Random random, int[] sizes, int[] full, int cells) {
            for (int cell = 0; cell < cells; cell++) {
                int[] at = at(cell, full);
                boolean inner = true;
                for (int axis = 0; axis < sizes.length; axis++) {
                    inner &= at[axis] < sizes[axis];
                }
                if (inner) {
                    values.set(cell, (long) (random.nextInt(4) == 0 ? 0 : random.nextInt(9)));
                }
            }
            for (int axis = 0; axis < sizes.length; axis++) {
                for (int cell = 0; cell < cells; cell++) {
                    int[] at = at(cell, full);
                    if (at[axis] == sizes[axis]) {
                        int[] relation = new int[sizes[axis] + 1];
                        relation[0] = cell;
                        long sum = 0;
                        for (int i = 0; i < sizes[axis]; i++) {
                            at[axis] = i;
                            relation[i + 1] = index(at, full);
                            sum += values.get(relation[i + 1]);
                        }
                        values.set(cell, sum);
                        relations.add(relation);
                    }
                }
            }
            int wanted = 2 + random.nextInt(5);
            for (int i = 0; i < wanted; i++) {
                int cell = random.nextInt(cells);
                hidden.set(cell, values.get(cell) > 0);
            }
        }

        private static int[] at(int cell, int[] full) {
            int[] at = new int[full.length];
            int rest = cell;
            for (int axis = 0; axis < full.length; axis++) {
                at[axis] = rest % full[axis];
                rest /= full[axis];
            }
            return at;
        }

        private static int index(int[] at, int[] full) {
            int index = 0;
            for (int axis = full.length - 1; axis >= 0; axis--) {
                index = index * full[axis] + at[axis];
            }
            return index;
        }

        int compare(String name) {
            List<Integer> unknown = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                if (hidden.get(i)) {
                    unknown.add(i);
                }
            }
            long largest = unknown.stream().mapToLong(values::get).max().orElse(0);
            long[][] expected = new BruteForce(relations, values, unknown, largest + 20).ranges();
            long[][] wider = new BruteForce(relations, values, unknown, largest + 30).ranges();
            Unknowns unknowns = new Unknowns();
            Map<Integer, Integer> variable = new HashMap<>();
            Map<Integer, Goal> goals = new HashMap<>();
            for (int cell : unknown) {
                variable.put(cell, unknowns.add(1));
                goals.put(variable.get(cell), Range::isExact);
            }
            for (int[] relation : relations) {
                add(unknowns, variable, relation);
            }
            Ranges ranges = Ranges.of(unknowns, goals, Progress.SILENT);
            assertThat(ranges.impossible()).as(name).isEmpty();
            int compared = 0;
            for (int i = 0; i < unknown.size(); i++) {
                if (expected[i][0] == wider[i][0] && expected[i][1] == wider[i][1]) {
                    assertThat(ranges.range(variable.get(unknown.get(i))))
                            .as(name + ", cell " + unknown.get(i))
                            .isEqualTo(Range.exact(expected[i][0], expected[i][1]));
                    compared++;
                } else {
                    assertThat(ranges.range(variable.get(unknown.get(i))).width())
                            .as(name + ", cell " + unknown.get(i))
                            .isGreaterThan(1000);
                }
            }
            return compared;
        }

        private void add(Unknowns unknowns, Map<Integer, Integer> variable, int[] relation) {
            List<Integer> variables = new ArrayList<>();
            List<Integer> factors = new ArrayList<>();
            long total = 0;
            for (int i = 0; i < relation.length; i++) {
                int factor = i == 0 ? -1 : 1;
                if (hidden.get(relation[i])) {
                    variables.add(variable.get(relation[i]));
                    factors.add(factor);
                } else {
                    total -= factor * values.get(relation[i]);
                }
            }
            if (!variables.isEmpty()) {
                unknowns.sum(
                        variables.stream().mapToInt(Integer::intValue).toArray(),
                        factors.stream().mapToInt(Integer::intValue).toArray(),
                        total);
            }
        }
    }

    /** All whole-number tables that fit, one after the other; numbers without a bound are cut off and not compared. */
    private static final class BruteForce {
        private final List<int[]> relations;
        private final List<Long> values;
        private final List<Integer> unknown;
        private final long[][] ranges;
        private final long most;

        /** @param most the largest value tried; where another one gives another range, nothing bounds the number */
        BruteForce(List<int[]> relations, List<Long> values, List<Integer> unknown, long most) {
            this.most = most;
            this.relations = relations;
            this.values = new ArrayList<>(values);
            this.unknown = unknown;
            this.ranges = new long[unknown.size()][];
        }

        long[][] ranges() {
            enumerate(0);
            return ranges;
        }

        private void enumerate(int next) {
            if (next == unknown.size()) {
                if (relations.stream().allMatch(this::holds)) {
                    for (int i = 0; i < ranges.length; i++) {
                        long value = values.get(unknown.get(i));
                        ranges[i] = ranges[i] == null
                                ? new long[] {value, value}
                                : new long[] {Math.min(ranges[i][0], value), Math.max(ranges[i][1], value)};
                    }
                }
                return;
            }
            int cell = unknown.get(next);
            for (long value = 1; value <= most; value++) {
                values.set(cell, value);
                if (relations.stream().allMatch(relation -> !isSettled(relation, next) || holds(relation))) {
                    enumerate(next + 1);
                }
            }
        }

        /** Whether all members of a relation have a value by now. */
        private boolean isSettled(int[] relation, int next) {
            for (int member : relation) {
                if (unknown.indexOf(member) > next) {
                    return false;
                }
            }
            return true;
        }

        private boolean holds(int[] relation) {
            long sum = -values.get(relation[0]);
            for (int i = 1; i < relation.length; i++) {
                sum += values.get(relation[i]);
            }
            return sum == 0;
        }
    }
}
