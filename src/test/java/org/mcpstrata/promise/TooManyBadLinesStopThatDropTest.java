package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.ingest.DropCheck;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.run.RunOutcome;

/**
 * Promise 17: more bad lines than are agreed quarantine the whole drop; the published result names its payer as absent and
 * counts the people of the others as if the drop had never come.
 */
class TooManyBadLinesStopThatDropTest {
    private static final int MEMBERS = 200;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, ACCEPTED, 200", "2, ACCEPTED, 198", "3, QUARANTINED, 0", "200, QUARANTINED, 0"})
    void oneOfAHundredIsTheLastThatIsTaken(int bad, String state, long counting) {
        DropDraft draft = members(folder, "payer", MEMBERS, bad);

        DropOutcome outcome =
                DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);

        assertThat(outcome.state().name()).isEqualTo(state);
        assertThat(outcome.problems())
                .extracting(Problem::code)
                .filteredOn(ProblemCode.TOO_MANY_REJECTS::equals)
                .hasSize(state.equals("ACCEPTED") ? 0 : 1);
        assertThat(outcome.files().get(0).delivered()).isEqualTo(MEMBERS);
        assertThat(outcome.files().get(0).rejectedRecords()).isEqualTo(bad);
        if (counting > 0) {
            assertThat(outcome.files().get(0).accepted()).isEqualTo(counting);
        }
    }

    @Test
    void theResultNamesTheAbsentPayerAndCountsTheOthersAlone() throws IOException {
        Path landing = folder.resolve("landing");
        members(landing, "sound", MEMBERS, 2);
        Path alone = folder.resolve("alone");
        members(alone, "sound", MEMBERS, 2);
        members(landing, "spoiled", MEMBERS, 3);

        RunOutcome outcome = LocalRun.run(landing, folder.resolve("out"));
        RunOutcome without = LocalRun.run(alone, folder.resolve("alone-out"));

        assertThat(outcome.problems()).extracting(Problem::code).contains(ProblemCode.TOO_MANY_REJECTS);
        assertThat(outcome.program()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.list("payers_absent")).containsExactly("spoiled");
            assertThat(row.list("payers_present")).containsExactly("sound");
        });
        assertThat(counts(outcome)).isEqualTo(counts(without));
        assertThat(outcome.counts()).containsEntry("persons", MEMBERS - 2L);
        assertThat(Files.readString(folder.resolve("out/drops/spoiled/d1/report.md")))
                .contains("QUARANTINED");
    }

    private static List<String> counts(RunOutcome outcome) {
        return outcome.program().stream()
                .map(TooManyBadLinesStopThatDropTest::counts)
                .toList();
    }

    private static String counts(TableRow row) {
        return String.join(
                " ",
                row.text("measure_id"),
                row.text("rate_id"),
                row.text("payer_scope"),
                row.text("stratifier_id"),
                row.text("stratum_id"),
                String.valueOf(row.value("initial_population")),
                String.valueOf(row.value("denominator")),
                String.valueOf(row.value("numerator")));
    }

    private static DropDraft members(Path landing, String payer, int members, int bad) {
        StringBuilder text = new StringBuilder(
                "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state\n");
        for (int i = 0; i < members; i++) {
            String from = i < bad ? "2025-02-30" : "2023-01-01";
            text.append(String.join(
                    ",",
                    payer + i,
                    "19%02d-05-01".formatted(40 + i % 60),
                    "female",
                    from,
                    "2025-12-31",
                    "COMMERCIAL",
                    "CO\n"));
        }
        DropDraft draft =
                new DropDraft(landing, payer, "d1").csv("eligibility.csv", "eligibility", text.toString(), members);
        draft.send();
        return draft;
    }
}
