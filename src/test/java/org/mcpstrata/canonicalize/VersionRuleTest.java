package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

class VersionRuleTest {
    @Test
    void higherVersionReplacesTheWholeClaimNotSingleLines() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 0, 2, "ORIGINAL", "20.00")
                .line("A", 0, 3, "ORIGINAL", "30.00")
                .line("A", 1, 1, "ADJUSTMENT", "15.00")
                .diagnosis(TestRows.PLAN, "A", 0, 0, "E11.9")
                .diagnosis(TestRows.PLAN, "A", 1, 0, "I10")
                .settle();

        assertThat(result.rows()).hasSize(2);
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("15");
        assertThat(result.rows().get(1).text("code")).isEqualTo("I10");
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void higherVersionInAnOlderDropStillStands() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 2, 1, "ADJUSTMENT", "15.00")
                .in(TestRows.SECOND)
                .line("A", 1, 1, "ORIGINAL", "10.00")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("15");
    }

    @Test
    void rowThatNamesAnotherClaimReplacesIt() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .replacing("A", "B", 0, 1, "ADJUSTMENT", "12.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("B");
        assertThat(result.counts().of(Fate.SUPERSEDED).versions()).isEqualTo(1);
    }

    @Test
    void originalThatNamesAnotherClaimReplacesItToo() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .replacing("A", "B", 0, 1, "ORIGINAL", "12.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("B");
    }

    @Test
    void chainOfReplacementsLeavesItsEnd() {
        FinalAction.Result result = new ClaimRows()
                .replacing("B", "C", 0, 1, "ADJUSTMENT", "14.00")
                .replacing("A", "B", 0, 1, "ADJUSTMENT", "12.00")
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("C");
    }

    @Test
    void voidOfAReplacementDoesNotBringTheReplacedClaimBack() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .replacing("A", "B", 0, 1, "ADJUSTMENT", "12.00")
                .replacing("B", "C", 0, 1, "CANCELLATION", "-12.00")
                .settle();

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts().of(Fate.VOIDED).versions()).isEqualTo(2);
        assertThat(result.counts().of(Fate.SUPERSEDED).versions()).isEqualTo(1);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void voidDeliveredBeforeItsClaimStillWithdrawsIt() {
        FinalAction.Result result = new ClaimRows()
                .replacing("A", "V", 0, 1, "CANCELLATION", "-10.00")
                .in(TestRows.SECOND)
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .settle();

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts().of(Fate.ORPHANED_VOID).versions()).isZero();
    }

    @Test
    void voidUnderTheClaimsOwnNumberWithdrawsEveryLine() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 0, 2, "ORIGINAL", "20.00")
                .line("A", 1, 1, "CANCELLATION", "-10.00")
                .settle();

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts().of(Fate.VOIDED).versions()).isEqualTo(2);
    }

    @Test
    void voidOfTheSameVersionWithdrawsTheOriginal() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "CANCELLATION", "-10.00")
                .in(TestRows.SECOND)
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .settle();

        assertThat(result.rows()).isEmpty();
    }

    @Test
    void replacementSentTogetherWithItsVoidStands() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .in(TestRows.SECOND)
                .line("A", 0, 1, "CANCELLATION", "-10.00")
                .line("A", 0, 1, "ADJUSTMENT", "12.00")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("12");
        assertThat(result.rows()).hasSize(1);
    }

    @Test
    void voidSentAfterAReplacementOfTheSameVersionWithdrawsItToo() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 0, 1, "ADJUSTMENT", "12.00")
                .in(TestRows.SECOND)
                .line("A", 0, 1, "CANCELLATION", "-12.00")
                .settle();

        assertThat(result.rows()).isEmpty();
    }

    @Test
    void replacementOfOneLineUnderTheSameVersionLeavesTheOtherLines() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 0, 2, "ORIGINAL", "20.00")
                .line("A", 0, 2, "ADJUSTMENT", "25.00")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("35");
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void diagnosesOfARedeliveredVersionAreThoseOfTheNewestDrop() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .diagnosis(TestRows.PLAN, "A", 0, 0, "E11.9")
                .in(TestRows.SECOND)
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .diagnosis(TestRows.PLAN, "A", 0, 0, "I10")
                .settle();

        assertThat(result.rows()).hasSize(2);
        assertThat(result.rows().get(1).text("code")).isEqualTo("I10");
    }

    @Test
    void lineOfTwoFilesOfOneDropIsTheOneOfTheFirst() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 0, 1, "ORIGINAL", "99.00")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("10");
        assertThat(result.counts().of(Fate.REDELIVERED).rows()).isEqualTo(1);
    }

    @Test
    void diagnosisRepeatedOnEveryLineOfItsFileCountsOnce() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .diagnosis(TestRows.PLAN, "A", 0, 0, "I10")
                .diagnosis(TestRows.PLAN, "A", 0, 0, "I10")
                .settle();

        assertThat(result.rows()).hasSize(2);
    }

    @Test
    void claimReopenedAfterItsVoidCounts() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 1, 1, "CANCELLATION", "-10.00")
                .line("A", 2, 1, "ADJUSTMENT", "11.00")
                .settle();

        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("11");
    }

    @Test
    void voidWithoutAClaimIsOrphanedAndNeverCountsAsNegativeCost() {
        FinalAction.Result result = new ClaimRows()
                .replacing("missing", "V", 0, 1, "CANCELLATION", "-10.00")
                .settle();

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts().of(Fate.ORPHANED_VOID).versions()).isEqualTo(1);
        assertThat(result.counts().of(Fate.ORPHANED_VOID).paid()).isEqualByComparingTo("-10");
    }

    @Test
    void oneClaimNumberOfTwoPayersIsTwoClaims() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .add(
                        Table.MEDICAL_CLAIM,
                        TestRows.STATE,
                        "claim_id",
                        "A",
                        "claim_line_number",
                        1,
                        "claim_type",
                        "professional",
                        "record_version",
                        3,
                        "adjustment_type",
                        "ORIGINAL",
                        "claim_status",
                        "paid",
                        "line_status",
                        "paid",
                        "paid_amount",
                        "1.00")
                .settle();

        assertThat(result.rows()).hasSize(2);
    }

    @Test
    void voidThatNamesAnotherClaimLeavesItsOwnNumberAlone() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .replacing("A", "C", 0, 1, "CANCELLATION", "-10.00")
                .line("C", 0, 1, "ORIGINAL", "12.00")
                .line("C", 0, 2, "ORIGINAL", "3.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("C", "C");
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("15");
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void voidOfAnotherClaimIsNoNewerVersionOfItsOwnNumber() {
        FinalAction.Result result = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("C", 0, 1, "ORIGINAL", "12.00")
                .replacing("A", "C", 1, 1, "CANCELLATION", "-10.00")
                .settle();

        assertThat(FinalActionTest.claims(result)).containsExactly("C");
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("12");
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void claimThatNamesItselfIsNotItsOwnReplacement() {
        FinalAction.Result result =
                new ClaimRows().replacing("A", "A", 0, 1, "ADJUSTMENT", "10.00").settle();

        assertThat(result.rows()).hasSize(1);
    }

    @Test
    void everyOrderOfRowsGivesTheSameAnswer() {
        ClaimRows rows = new ClaimRows()
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 1, 1, "ADJUSTMENT", "11.00")
                .replacing("A2", "B", 0, 1, "ADJUSTMENT", "12.00")
                .line("A2", 0, 1, "ORIGINAL", "12.00")
                .header("K", "1", "ORIGINAL", "2025-01-10", "100.00")
                .header("K", "2", "ORIGINAL", "2025-01-10", "100.00")
                .header("K", "3", "CANCELLATION", "2025-01-10", "100.00")
                .header("K", "4", "CANCELLATION", "2025-01-11", "60.00")
                .header("K", "5", "ADJUSTMENT", "2025-01-11", "60.00")
                .fill("F", "6", "ORIGINAL", "2025-01-10", "5.00")
                .in(TestRows.SECOND)
                .fill("F", "7", "ADJUSTMENT", "2025-01-10", "6.00")
                .header("K", "2", "ORIGINAL", "2025-01-10", "100.00")
                .diagnosis(TestRows.PLAN, "A", 1, 0, "I10")
                .diagnosis(TestRows.FFS, "2", 0, 0, "E11.9");
        FinalAction.Result expected = rows.settle();
        assertThat(expected.rows()).isNotEmpty();
        for (long seed = 0; seed < 300; seed++) {
            FinalAction.Result result =
                    new FinalAction(TestRows.DROPS).of(TestRows.shuffled(List.copyOf(rows.all()), seed));
            assertThat(result.rows()).as("seed %s", seed).isEqualTo(expected.rows());
            assertThat(result.counts()).as("seed %s", seed).isEqualTo(expected.counts());
        }
    }
}
