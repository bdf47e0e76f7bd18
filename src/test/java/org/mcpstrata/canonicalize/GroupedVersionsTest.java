package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/** Claims of research files: a number for each version, a group for all of them, and the payer's word which is final. */
class GroupedVersionsTest {
    private static final String GROUP = "G|carrier|9";
    private static final String DAY = "2025-03-01";

    private static ClaimRows version(ClaimRows rows, String claim, int line, String type, String paid) {
        return rows.partB(GROUP, claim, line, type, DAY, paid);
    }

    @Test
    void versionThatIsNotFinalNeverCountsThoughItIsProcessedLast() {
        FinalAction.Result result = version(new ClaimRows(), "1", 1, "ORIGINAL", "10.00")
                .partB(GROUP, "2", 1, "CANCELLATION", "2025-12-31", "99.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("1");
        assertThat(result.counts().of(Fate.SUPERSEDED).versions()).isEqualTo(1);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void newerDropsVersionSupersedesTheOneThatNobodyTookBack() {
        FinalAction.Result result = version(
                        version(new ClaimRows(), "1", 1, "ORIGINAL", "10.00").in(TestRows.SECOND),
                        "2",
                        1,
                        "ORIGINAL",
                        "20.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("2");
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("20");
    }

    @Test
    void finalClaimsOfOneDropAllCountWhateverTheirGroup() {
        FinalAction.Result result = version(
                        version(new ClaimRows(), "1", 1, "ORIGINAL", "10.00"), "2", 1, "ORIGINAL", "20.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("1", "2");
    }

    @Test
    void deletedClaimIsGoneWithItsDiagnoses() {
        FinalAction.Result result = version(
                        version(new ClaimRows(), "1", 1, "ORIGINAL", "10.00")
                                .diagnosis(TestRows.FFS, "1", 0, 0, "I10")
                                .in(TestRows.SECOND),
                        "1",
                        1,
                        "CANCELLATION",
                        "10.00")
                .settle();

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts().of(Fate.VOIDED).paid())
                .as("both stand with their own amount")
                .isEqualByComparingTo("20");
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void claimThatIsFinalAgainCountsAgain() {
        FinalAction.Result result = version(
                        version(new ClaimRows(), "1", 1, "CANCELLATION", "10.00")
                                .in(TestRows.SECOND),
                        "1",
                        1,
                        "ORIGINAL",
                        "10.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("1");
    }

    @Test
    void updateReplacesTheWholeClaimNotSingleLines() {
        FinalAction.Result result = version(
                        version(version(new ClaimRows(), "1", 1, "ORIGINAL", "10.00"), "1", 2, "ORIGINAL", "20.00")
                                .diagnosis(TestRows.FFS, "1", 0, 0, "I10")
                                .in(TestRows.SECOND),
                        "1",
                        1,
                        "ORIGINAL",
                        "15.00")
                .diagnosis(TestRows.FFS, "1", 0, 0, "E11.9")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("15");
        assertThat(result.rows())
                .extracting(row -> row.table() == Table.CLAIM_DIAGNOSIS ? row.text("code") : "line")
                .containsExactlyInAnyOrder("line", "E11.9");
    }

    @Test
    void headerAndDiagnosesRepeatedOnEveryLineCountOnce() {
        ClaimRows rows = new ClaimRows();
        for (int line = 1; line <= 3; line++) {
            rows.header("G|inpatient|7", "7", "ORIGINAL", DAY, "100.00")
                    .revenueLine("G|inpatient|7", "7", line, null)
                    .diagnosis(TestRows.FFS, "7", 0, 0, "C18.8");
        }

        FinalAction.Result result = rows.settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("100");
        assertThat(result.counts().of(Fate.FINAL_ACTION).rows())
                .as("header and three lines")
                .isEqualTo(4);
        assertThat(result.counts().of(Fate.REDELIVERED).rows()).isEqualTo(2);
        assertThat(result.counts().followersKept()).isEqualTo(1);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void deletedFillIsNoFill() {
        FinalAction.Result result = new ClaimRows()
                .fill("G|pde|5", "5", "ORIGINAL", DAY, "4.00")
                .fill("G|pde|6", "6", "ORIGINAL", DAY, "6.00")
                .in(TestRows.SECOND)
                .fill("G|pde|5", "5", "CANCELLATION", DAY, "4.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("6");
    }
}
