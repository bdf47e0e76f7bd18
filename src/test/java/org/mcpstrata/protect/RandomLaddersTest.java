package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TableRow;

/**
 * Random small programs through the whole gate, ladder included, against every completion there is of what it publishes: states
 * merged and the program not, crossings of merged strata, a line of business at another step than everybody.
 */
class RandomLaddersTest {
    private static final int MOST_HIDDEN = 8;
    private static final List<String> COUNTS = List.of("performance_denominator", "numerator", "not_met");

    /**
     * What came of the programs.
     *
     * @param merged with a merged stratum
     * @param atTwoSteps with races at two steps beside one another
     * @param hiding with a hidden count
     * @param counted whose hidden counts could be counted out whole
     * @param countedMerged of these, with a merged stratum
     * @param countedAtTwoSteps of these, at two steps
     * @param narrowest the narrowest of all widths found
     */
    private record Tally(
            int merged,
            int atTwoSteps,
            int hiding,
            int counted,
            int countedMerged,
            int countedAtTwoSteps,
            long narrowest) {}

    @Test
    void noHiddenCountOfThreeHundredRandomProgramsWithALadderCanBeKnown() {
        Tally tally = check(300, 20260101);

        assertThat(tally.countedMerged()).as("%s", tally).isGreaterThan(30);
        assertThat(tally.countedAtTwoSteps()).as("%s", tally).isGreaterThan(10);
    }

    @Test
    @Tag("full")
    void noHiddenCountOfTenThousandRandomProgramsWithALadderCanBeKnown() {
        Tally tally = check(10_000, 7);

        assertThat(tally.countedMerged()).as("%s", tally).isGreaterThan(1000);
        assertThat(tally.countedAtTwoSteps()).as("%s", tally).isGreaterThan(300);
    }

    private static Tally check(int programs, long seed) {
        Random random = new Random(seed);
        Tally tally = new Tally(0, 0, 0, 0, 0, 0, Long.MAX_VALUE);
        for (int i = 0; i < programs; i++) {
            LadderCube cube = new LadderCube(random);
            List<TableRow> rows = cube.published();
            PublishedCube published = new PublishedCube(cube, rows);
            shownCountsAreThoseOfThePeople(published, rows, i);
            tally = counted(tally, published, rows, i);
        }
        return tally;
    }

    private static void shownCountsAreThoseOfThePeople(PublishedCube published, List<TableRow> rows, int program) {
        for (TableRow row : rows) {
            for (String count : COUNTS) {
                Long shown = row.count(count);
                if (shown != null) {
                    assertThat(shown).as("program %d", program).isEqualTo(published.truth(row, count));
                    assertThat(shown >= 1 && shown <= 10)
                            .as("program %d", program)
                            .isFalse();
                }
            }
        }
    }

    private static Tally counted(Tally before, PublishedCube published, List<TableRow> rows, int program) {
        boolean merged = rows.stream().anyMatch(row -> row.text("stratum_id").contains("-"));
        Set<Object> steps = rows.stream()
                .filter(row -> row.text("stratifier_id").equals(LadderCube.RACE))
                .map(row -> row.value("coarsening_level"))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean apart = steps.size() > 1;
        int hidden = published.hidden().size();
        long narrowest = before.narrowest();
        boolean counted = hidden > 0 && hidden <= MOST_HIDDEN;
        if (counted) {
            narrowest = Math.min(narrowest, narrowest(published, program));
        }
        return new Tally(
                before.merged() + (merged ? 1 : 0),
                before.atTwoSteps() + (apart ? 1 : 0),
                before.hiding() + (hidden > 0 ? 1 : 0),
                before.counted() + (counted ? 1 : 0),
                before.countedMerged() + (counted && merged ? 1 : 0),
                before.countedAtTwoSteps() + (counted && apart ? 1 : 0),
                narrowest);
    }

    private static long narrowest(PublishedCube published, int program) {
        CellSystem system = published.grid.system();
        boolean[] hidden = published.hiddenCells();
        Completions all = Completions.of(system, hidden, 15);
        long narrowest = Long.MAX_VALUE;
        for (int c = 0; c < system.cells(); c++) {
            long width = all.highest(c) - all.lowest(c);
            if (hidden[c]) {
                assertThat(width).as("program %d cell %d", program, c).isGreaterThanOrEqualTo(10);
                narrowest = Math.min(narrowest, width);
            } else if (!system.isPrinted(c)) {
                assertThat(all.highest(c) == 0 || all.lowest(c) > 10 || width >= 10)
                        .as("program %d difference %d", program, c)
                        .isTrue();
            }
        }
        return narrowest;
    }
}
