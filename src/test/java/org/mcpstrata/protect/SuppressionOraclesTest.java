package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked cases of stratification.md 5.8, and the leaks of 5.1 as a reader would try them. */
class SuppressionOraclesTest {
    private static void assertSafe(Grid grid, CellSystem system, Suppression found) {
        assertThat(found.isSafe()).isTrue();
        assertThat(SafetyCheck.breaches(system, Grid.RULE, found)).isEmpty();
        Completions all = Completions.of(system, found.hidden(), 40);
        grid.cells.forEach((name, cell) -> {
            if (found.hidden()[cell]) {
                assertThat(all.highest(cell) - all.lowest(cell)).as(name).isGreaterThanOrEqualTo(10);
            }
        });
    }

    @Test
    void marginLessTheOthersTellsNothing() {
        Grid grid = new Grid()
                .cell("White", 120)
                .cell("Black", 48)
                .cell("Asian", 7)
                .cell("Hispanic", 35)
                .cell("Unknown", 15)
                .cell("*", 225)
                .sum("*", "White", "Black", "Asian", "Hispanic", "Unknown");
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of("Asian", "Unknown"));
        Completions all = Completions.of(system, found.hidden(), 40);
        assertThat(all.lowest(grid.cells.get("Asian"))).isEqualTo(1);
        assertThat(all.highest(grid.cells.get("Asian"))).isEqualTo(21);
        assertThat(found.range(grid.cells.get("Asian"))).isEqualTo(20);
        assertSafe(grid, system, found);
    }

    @Test
    void twoHiddenInEachLineAreNotEnough() {
        String[] rows = {"White", "Black", "Asian", "AIAN"};
        String[] columns = {"Dual", "Non"};
        Grid grid = Grid.table(rows, columns, new long[][] {{60, 140}, {25, 45}, {4, 21}, {6, 13}});
        CellSystem system = grid.system();
        Completions naive = Completions.of(system, grid.hidden("AIAN|Dual", "AIAN|Non", "Asian|Dual", "Asian|Non"), 40);
        assertThat(naive.highest(grid.cells.get("Asian|Dual"))).isEqualTo(9);

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden()))
                .isEqualTo(Set.of("AIAN|Dual", "AIAN|Non", "Asian|Dual", "Asian|Non", "Black|Dual", "Black|Non"));
        Completions all = Completions.of(system, found.hidden(), 40);
        assertThat(all.count()).isEqualTo(396);
        assertThat(all.lowest(grid.cells.get("Black|Non"))).isEqualTo(37);
        assertThat(all.highest(grid.cells.get("Black|Non"))).isEqualTo(69);
        assertSafe(grid, system, found);
    }

    @Test
    void peopleWhoMissedTheNumeratorAreCountedToo() {
        Grid grid = Grid.table(
                new String[] {"White", "Black", "Hispanic", "Asian"},
                new String[] {"met", "notmet"},
                new long[][] {{150, 30}, {58, 6}, {66, 14}, {34, 0}});
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden()))
                .isEqualTo(Set.of("Black|met", "Black|notmet", "Hispanic|met", "Hispanic|notmet"));
        assertSafe(grid, system, found);
    }

    @Test
    void twoRollUpsOfOneAnswerAreOneSystem() {
        Grid grid = new Grid()
                .cell("W24", 121)
                .cell("MENA24", 9)
                .cell("B24", 60)
                .cell("O24", 25)
                .cell("W97*", 130)
                .cell("*", 215)
                .sum("W97*", "W24", "MENA24")
                .sum("*", "W97*", "B24", "O24");
        CellSystem system = grid.system();
        Completions separate = Completions.of(system, grid.hidden("MENA24", "O24"), 40);
        assertThat(separate.count()).isEqualTo(1);

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of("MENA24", "W24"));
        assertThat(found.range(grid.cells.get("MENA24"))).isGreaterThanOrEqualTo(100);
        assertSafe(grid, system, found);
    }

    @Test
    void fourNewPeopleBetweenTwoReleasesStayUnknown() {
        Grid grid = new Grid();
        long[][] counts = {{110, 131}, {48, 62}, {35, 39}};
        String[] groups = {"White", "Black", "Hispanic"};
        for (int i = 0; i < groups.length; i++) {
            grid.known("r1." + groups[i], counts[i][0]);
            grid.cell("r2." + groups[i], counts[i][1]);
            grid.difference("d." + groups[i], counts[i][1] - counts[i][0]);
            grid.sum("r2." + groups[i], "r1." + groups[i], "d." + groups[i]);
        }
        grid.known("r1.*", 193).cell("r2.*", 232).difference("d.*", 39).sum("r2.*", "r1.*", "d.*");
        for (String release : new String[] {"r1.", "r2.", "d."}) {
            grid.sum(release + "*", release + "White", release + "Black", release + "Hispanic");
        }
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of("r2.Black", "r2.Hispanic"));
        Completions all = Completions.of(system, found.hidden(), 40);
        assertThat(all.lowest(grid.cells.get("r2.Hispanic"))).isEqualTo(35);
        assertThat(all.highest(grid.cells.get("r2.Hispanic"))).isEqualTo(53);
        assertSafe(grid, system, found);
    }

    @Test
    void residualOfTheHiddenIsNotItselfSmall() {
        Grid grid = new Grid()
                .cell("a", 4)
                .cell("b", 3)
                .cell("c", 80)
                .cell("d", 60)
                .cell("*", 147)
                .sum("*", "a", "b", "c", "d");
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of("a", "b", "d"));
        assertSafe(grid, system, found);
    }

    @Test
    void manySmallCountsProtectOneAnotherByMovesTogether() {
        Grid grid = new Grid().cell("*", 21);
        String[] parts = new String[7];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "p" + i;
            grid.cell(parts[i], 3);
        }
        grid.sum("*", parts);
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of(parts));
        assertSafe(grid, system, found);
    }

    @Test
    void aLineOfBusinessThatIsAlmostEverybodyTellsWhoIsNot() {
        Grid grid = new Grid()
                .cell("ALL*", 100)
                .cell("MEDICARE", 96)
                .difference("other", 4)
                .sum("ALL*", "MEDICARE", "other");
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(grid.names(found.hidden())).isEqualTo(Set.of("MEDICARE"));
        assertSafe(grid, system, found);
    }

    @Test
    void whatAnEarlierReleaseShowsCannotProtectAnything() {
        Grid grid = new Grid().cell("a", 7).known("b", 50).known("*", 57).sum("*", "a", "b");
        CellSystem system = grid.system();

        Suppression found = Suppressor.protect(system, Grid.RULE);

        assertThat(found.isSafe()).isFalse();
    }

    @Test
    void aProofThatDoesNotAddUpIsABreach() {
        Grid grid = new Grid().cell("a", 7).cell("b", 50).cell("*", 57).sum("*", "a", "b");
        CellSystem system = grid.system();
        Suppression forged = new Suppression(
                grid.hidden("a", "b"),
                grid.hidden("a"),
                java.util.List.of(new Proof(new int[] {0, 1}, new long[] {12, -11}, new long[] {0, 0})),
                new int[] {0, 0, -1},
                java.util.List.of());

        assertThat(SafetyCheck.breaches(system, Grid.RULE, forged)).contains(SafetyCheck.Breach.COMPLETION_IMPOSSIBLE);
    }
}
