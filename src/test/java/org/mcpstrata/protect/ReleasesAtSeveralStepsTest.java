package org.mcpstrata.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.verify.Verification;

/** Strata merged for states and lines of business and not for the program, held against the checker that shares no code. */
class ReleasesAtSeveralStepsTest {
    private static final LargeRelease SMALL = new LargeRelease(80, 2, 60);
    private static final List<TableRow> ROWS = SMALL.rows();

    @TempDir
    private Path work;

    /** Steps of the one-way stratifiers by kind of entity and payer scope. */
    private static Map<String, TreeSet<Integer>> steps(List<TableRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("entity_type") + " "
                                + (row.text("payer_scope").equals("ALL") ? "ALL" : "line") + " "
                                + row.text("stratifier_id"),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> (Integer) row.value("coarsening_level"),
                                Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void stepsDifferByKindOfEntityAndNothingFollowsFromTheirDifference() {
        for (int mergeAbove : List.of(5, 15, 25)) {
            WrittenRelease release = WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(mergeAbove), "r" + mergeAbove);
            Map<String, TreeSet<Integer>> steps = steps(release.rows());

            assertThat(steps.values()).as("one step each, for all measures").allMatch(each -> each.size() == 1);
            assertThat(steps.values()).anyMatch(each -> each.first() > 0);
            assertThat(WrittenRelease.verify(release.write(work.resolve("r" + mergeAbove)))
                            .findings())
                    .as("merge above %d", mergeAbove)
                    .isEmpty();
        }
    }

    @Test
    void mergedCountsAreSumsAndTheirFiguresAreMadeFromThem() {
        List<TableRow> rows =
                WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(5), "r").rows();
        List<TableRow> merged = rows.stream()
                .filter(row -> row.text("stratum_id").equals("r3-10"))
                .filter(row -> row.count("numerator") != null)
                .toList();

        assertThat(merged).isNotEmpty();
        for (TableRow row : merged) {
            long sum = ROWS.stream()
                    .filter(part -> part.text("stratifier_id").equals("race"))
                    .filter(part -> part.text("stratum_id").matches("r([3-9]|10)"))
                    .filter(part -> List.of("measure_id", "entity_type", "entity_id", "payer_scope").stream()
                            .allMatch(column -> part.text(column).equals(row.text(column))))
                    .mapToLong(part -> part.count("numerator"))
                    .sum();
            assertThat(row.count("numerator")).isEqualTo(sum);
            if (row.statistic("value") != null) {
                assertThat(row.statistic("value")).isEqualTo((double) sum / row.count("performance_denominator"));
                assertThat(row.text("ci_method")).isEqualTo("WILSON");
            }
        }
    }

    @Test
    void whatWasReleasedStaysAtItsStepWhateverALaterPolicyWants() {
        WrittenRelease first = WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(100), "first");
        WrittenRelease second = WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(5), "second", first.released());

        assertThat(steps(first.rows()).values()).allMatch(each -> each.first() == 0);
        steps(first.rows())
                .forEach((table, steps) ->
                        assertThat(steps(second.rows()).get(table)).as(table).isEqualTo(steps));
        Path earlier = first.write(work.resolve("first"));
        assertThat(WrittenRelease.verify(second.write(work.resolve("second")), earlier)
                        .findings())
                .isEmpty();
    }

    /** Were the gate to forget the first release, both together would give away what each hides. */
    @Test
    void theCheckerCatchesTwoStepsOfOneTableThatWereNotProvenTogether() {
        List<TableRow> races = ROWS.stream()
                .filter(row -> row.text("payer_scope").equals("ALL"))
                .filter(row -> row.text("measure_id").equals("M00"))
                .filter(row -> !row.text("entity_type").equals("PRACTICE"))
                .filter(row -> List.of("TOTAL", "race").contains(row.text("stratifier_id")))
                .toList();
        Path fine = WrittenRelease.of(SMALL, races, LargeRelease.policy(100), "fine")
                .write(work.resolve("fine"));
        Path coarse = WrittenRelease.of(SMALL, races, LargeRelease.policy(5), "coarse")
                .write(work.resolve("coarse"));

        assertThat(WrittenRelease.verify(fine).findings()).isEmpty();
        assertThat(WrittenRelease.verify(coarse).findings()).isEmpty();
        assertThat(WrittenRelease.verify(coarse, fine).findings()).isNotEmpty();
    }

    @Test
    void aLadderThatMeansSomethingElseThanBeforeIsRefused() {
        Released first =
                WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(5), "first").released();
        ProtectionPolicy policy = LargeRelease.policy(5);
        TreeMap<String, Ladder> other = new TreeMap<>(policy.coarsening().ladders());
        other.put(
                "race",
                new Ladder(List.of(
                        List.of(new MergedStratum("r3-10", "other", new TreeSet<>(List.of("r2", "r3", "r10")))))));

        assertThatThrownBy(() -> WrittenRelease.of(
                        SMALL,
                        ROWS,
                        new ProtectionPolicy(
                                policy.rule(),
                                policy.stratifiers(),
                                policy.programOnly(),
                                policy.crossings(),
                                policy.lineStrata(),
                                new CoarseningRule(5, 50, other),
                                4,
                                0.25),
                        "second",
                        first))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ladder of 'race'");
    }

    @Test
    void aCrossingThatClosesACircleWithEarlierOnesIsRefused() {
        Released first =
                WrittenRelease.of(SMALL, ROWS, LargeRelease.policy(25), "first").released();
        ProtectionPolicy policy = LargeRelease.policy(25);

        assertThatThrownBy(() -> WrittenRelease.of(
                        SMALL,
                        ROWS,
                        new ProtectionPolicy(
                                policy.rule(),
                                policy.stratifiers(),
                                policy.programOnly(),
                                List.of(new TreeSet<>(List.of("dual", "sex"))),
                                policy.lineStrata(),
                                policy.coarsening(),
                                4,
                                0.25),
                        "second",
                        first))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("cycle");
    }

    @Test
    @Tag("full")
    void theReleaseOfEightThousandPracticesIsVerifiedInTenMinutes() {
        LargeRelease large = new LargeRelease(8000, 11, 60);
        Path folder = WrittenRelease.of(large, large.rows(), LargeRelease.policy(), "large")
                .write(work.resolve("large"));
        long start = System.nanoTime();

        Verification verification = WrittenRelease.verify(folder);

        assertThat(verification.findings()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(10));
    }
}
