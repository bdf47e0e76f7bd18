package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Most file types of an archive have no amount: what is wrong with their lines leaves the total to be compared. */
class ControlTotalOfAnArchiveTest {
    /** What the manifest of the same files, sent one by one, states of CCLF1, CCLF2 and CCLF5. */
    private static final String TOTAL = "1239813.21";

    @TempDir
    Path landing;

    @ParameterizedTest
    @ValueSource(strings = {"cclf3", "cclf4", "cclf8", "cclf9"})
    void aBadLineWithoutAnAmountSwitchesNothingOff(String type) {
        for (UnaryOperator<String> defect : defects()) {
            DropOutcome wrong = check(type, defect, "1239813.20");
            assertThat(codes(wrong))
                    .contains(ProblemCode.CONTROL_TOTAL_MISMATCH)
                    .doesNotContain(ProblemCode.CONTROL_TOTAL_UNCHECKED);
            assertThat(wrong.state()).isEqualTo(DropState.REJECTED);

            DropOutcome right = check(type, defect, TOTAL);
            assertThat(codes(right)).hasSize(1);
            assertThat(right.state()).isEqualTo(DropState.ACCEPTED);
            assertThat(right.files().get(0).rejectedRecords()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cclf1", "cclf2", "cclf5"})
    void aBadLineWithAnAmountThatCannotBeReadLeavesTheTotalOpen(String type) {
        assertThat(codes(check(type, line -> line.substring(0, 20), TOTAL)))
                .containsExactlyInAnyOrder(ProblemCode.CONTROL_TOTAL_UNCHECKED, ProblemCode.RECORD_SHAPE);
    }

    /** A day that does not exist, a byte that is no text, and a line that was cut. */
    private static List<UnaryOperator<String>> defects() {
        return List.of(
                line -> line.replaceFirst("\\d{4}-\\d{2}-\\d{2}", "2025-02-30"),
                line -> '\0' + line.substring(1),
                line -> line.substring(0, 20));
    }

    private DropOutcome check(String type, UnaryOperator<String> defect, String total) {
        DropDraft draft =
                new DropDraft(landing, "medicare", "d1").set(root -> root.put("lineOfBusiness", "MEDICARE_FFS"));
        new SampleCclf()
                .change(type, lines -> {
                    List<String> changed = new ArrayList<>(lines);
                    changed.set(3, defect.apply(lines.get(3)));
                    return changed;
                })
                .archive(draft, entry -> entry.putObject("controlTotals").put("paidAmount", total))
                .send();
        return DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
    }

    private static List<ProblemCode> codes(DropOutcome outcome) {
        return outcome.problems().stream().map(Problem::code).toList();
    }
}
