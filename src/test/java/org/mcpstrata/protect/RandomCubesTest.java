package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random small tables against every completion there is. */
class RandomCubesTest {
    private static final int MOST_HIDDEN = 6;

    @Test
    void noHiddenCellOfThreeHundredRandomTablesCanBeKnown() {
        assertThat(check(300, 20260101)).isGreaterThan(100);
    }

    @Test
    @Tag("full")
    void noHiddenCellOfTenThousandRandomTablesCanBeKnown() {
        assertThat(check(10_000, 7)).isGreaterThan(3000);
    }

    /** How many tables could be counted out whole. */
    private static int check(int tables, long seed) {
        Random random = new Random(seed);
        int counted = 0;
        for (int i = 0; i < tables; i++) {
            Grid grid = grid(random);
            CellSystem system = grid.system();
            Suppression found = Suppressor.protect(system, Grid.RULE);
            if (!found.isSafe()) {
                continue;
            }
            assertThat(SafetyCheck.breaches(system, Grid.RULE, found))
                    .as("table %d", i)
                    .isEmpty();
            if (grid.names(found.hidden()).size() > MOST_HIDDEN) {
                continue;
            }
            counted++;
            Completions all = Completions.of(system, found.hidden(), 15);
            for (int c = 0; c < system.cells(); c++) {
                if (found.hidden()[c]) {
                    assertThat(all.highest(c) - all.lowest(c))
                            .as("table %d cell %d", i, c)
                            .isGreaterThanOrEqualTo(10);
                }
            }
        }
        return counted;
    }

    private static Grid grid(Random random) {
        int rows = 2 + random.nextInt(3);
        int columns = 2 + random.nextInt(2);
        long[][] values = new long[rows][columns];
        for (long[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextInt(4) == 0 ? random.nextInt(11) : 11 + random.nextInt(60);
            }
        }
        return Grid.table(names("r", rows), names("c", columns), values);
    }

    private static String[] names(String prefix, int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = prefix + i;
        }
        return names;
    }
}
