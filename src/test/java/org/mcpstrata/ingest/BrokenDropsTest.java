package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.model.Law;
import org.mcpstrata.problem.Problem;

/** Every defect is told by its own code at its own place, and nothing of a broken drop counts. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokenDropsTest {
    @TempDir
    Path landing;

    @TempDir
    Path out;

    static List<BrokenDrop> cases() {
        List<BrokenDrop> cases = new ArrayList<>(BrokenEnvelopes.all());
        cases.addAll(BrokenContents.all());
        return cases;
    }

    @Test
    void noDefectIsListedTwice() {
        assertThat(cases())
                .extracting(BrokenDrop::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9-]{1,64}"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPayerIsToldBeforeSending(BrokenDrop broken) {
        broken.requireTold(broken.check(landing));
    }

    @Test
    void aRunSaysTheSameOfEachAndCountsNothingOfTheBroken() {
        cases().forEach(broken -> broken.putInto(landing));
        List<DropOutcome> checked = cases().stream()
                .map(broken -> DropCheck.check(
                        new org.apache.hadoop.fs.Path(
                                landing.resolve(broken.name()).resolve("d1").toUri()),
                        Configuration::new))
                .toList();

        IngestResult result;
        try (Intake intake = new Intake()) {
            result = intake.read(landing, out);
        }

        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        assertThat(result.laws())
                .extracting(Law::statement)
                .filteredOn(law -> law.endsWith(" in one-amount-unreadable/d1/p.csv"))
                .anyMatch(law -> law.contains("+ 1 rejected without one = records")
                        && law.contains("control total 210.00 is not compared with the 200.00 that could be read"))
                .noneMatch(law -> law.startsWith("paid accepted"));
        assertThat(result.outcomes()).hasSize(cases().size());
        for (BrokenDrop broken : cases()) {
            DropOutcome outcome = result.outcomes().stream()
                    .filter(drop -> drop.payer().equals(broken.name()))
                    .findFirst()
                    .orElseThrow();
            broken.requireTold(outcome);
            Path rows =
                    out.resolve("drops").resolve(broken.name()).resolve("d1").resolve("accepted");
            if (broken.state() != DropState.ACCEPTED) {
                assertThat(rows).as(broken.name()).doesNotExist();
            }
            DropOutcome before = checked.stream()
                    .filter(drop -> drop.payer().equals(broken.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(problems(outcome)).as(broken.name()).isEqualTo(problems(before));
            assertThat(outcome.files()).as(broken.name()).isEqualTo(before.files());
        }
        assertThat(result.drops().ordered())
                .extracting(drop -> drop.payerId())
                .containsExactlyInAnyOrderElementsOf(acceptedPayers());
    }

    private static List<String> acceptedPayers() {
        return cases().stream()
                .filter(broken -> broken.state() == DropState.ACCEPTED)
                .map(BrokenDrop::name)
                .toList();
    }

    private static Stream<String> named(DropOutcome outcome) {
        return outcome.problems().stream().map(BrokenDropsTest::named);
    }

    private static String named(Problem problem) {
        return problem.code() + " " + problem.place();
    }

    private static TreeSet<String> problems(DropOutcome outcome) {
        return new TreeSet<>(named(outcome).toList());
    }
}
