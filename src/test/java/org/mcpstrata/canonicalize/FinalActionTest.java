package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.quality.PersonCheck;
import org.mcpstrata.quality.Share;

class FinalActionTest {
    private static final String KEY = "330001|2025-01-01|2025-01-03";

    /** The packet's Part A pattern: six claims of one key leave claim 4 and one of claims 2 and 5, together 260. */
    private static ClaimRows packetPartA() {
        return new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-10", "140.00")
                .header(KEY, "3", "CANCELLATION", "2025-02-10", "100.00")
                .header(KEY, "4", "ADJUSTMENT", "2025-02-10", "120.00")
                .header(KEY, "5", "ADJUSTMENT", "2025-03-10", "140.00")
                .header(KEY, "6", "CANCELLATION", "2025-03-10", "140.00");
    }

    /** The packet's Part B pattern: lines under control numbers pair off line by line, together 707. */
    private static ClaimRows packetPartB() {
        return new ClaimRows()
                .partB("C1", "11", 1, "ORIGINAL", "2025-01-10", "200.00")
                .partB("C1", "11", 2, "ORIGINAL", "2025-01-10", "300.00")
                .partB("C1", "12", 1, "CANCELLATION", "2025-02-10", "200.00")
                .partB("C1", "12", 2, "CANCELLATION", "2025-02-10", "300.00")
                .partB("C1", "13", 1, "ORIGINAL", "2025-02-10", "207.00")
                .partB("C1", "13", 2, "ORIGINAL", "2025-02-10", "300.00")
                .partB("C2", "14", 1, "ORIGINAL", "2025-01-12", "200.00");
    }

    @Test
    void packetExampleOfPartALeavesClaimFourAndOneOfTwoAndFiveWithSum260() {
        FinalAction.Result result = packetPartA().settle();

        assertThat(claims(result)).containsExactly("4", "5");
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("260");
        assertThat(result.counts().paid()).isEqualByComparingTo("260");
    }

    @Test
    void packetExampleOfPartBSumsTo707() {
        FinalAction.Result result = packetPartB().settle();

        assertThat(claims(result)).containsExactly("13", "13", "14");
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("707");
        assertThat(result.counts().paid()).isEqualByComparingTo("707");
    }

    @Test
    void twoOriginalsOfOneKeyAreTwoClaims() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "100.00");

        assertThat(claims(rows.settle())).containsExactly("1", "2");
    }

    @Test
    void cancellationBeforeItsOriginalStillRemovesIt() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "CANCELLATION", "2025-01-01", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-02-10", "100.00");

        assertThat(claims(rows.settle())).isEmpty();
    }

    @Test
    void cancellationTakesTheEqualAmountNotTheEarliest() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "50.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "80.00")
                .header(KEY, "3", "CANCELLATION", "2025-02-10", "80.00");

        assertThat(claims(rows.settle())).containsExactly("1");
    }

    @Test
    void chargeBreaksTheTieBetweenEqualPayments() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "80.00", "500.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "80.00", "600.00")
                .header(KEY, "3", "CANCELLATION", "2025-02-10", "80.00", "600.00");

        assertThat(claims(rows.settle())).containsExactly("1");
    }

    @Test
    void cancellationOfAnotherAmountLeavesTheExactPairAlone() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-11", "50.00")
                .header(KEY, "3", "ORIGINAL", "2025-01-12", "100.00")
                .header(KEY, "4", "CANCELLATION", "2025-02-01", "70.00")
                .header(KEY, "5", "CANCELLATION", "2025-02-02", "100.00");

        assertThat(claims(rows.settle())).containsExactly("3");
    }

    @Test
    void headersSentAnewWithoutTheFileOfDiagnosesTakeNoneOfThem() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .diagnosis(TestRows.FFS, "1", 0, 0, "I10")
                .otherDiagnosis(TestRows.FFS, "1", 2, "E11.9")
                .otherDiagnosis(TestRows.FFS, "1", 3, "N18.6")
                .in(TestRows.SECOND)
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .diagnosis(TestRows.FFS, "1", 0, 0, "I11.0");

        assertThat(codes(rows.settle())).containsExactlyInAnyOrder("I11.0", "E11.9", "N18.6");
        rows.in(TestRows.THIRD).otherDiagnosis(TestRows.FFS, "1", 2, "E11.65");
        assertThat(codes(rows.settle())).containsExactlyInAnyOrder("I11.0", "E11.65");
    }

    private static List<String> codes(FinalAction.Result result) {
        return result.rows().stream()
                .filter(row -> row.table() == Table.CLAIM_DIAGNOSIS)
                .map(row -> row.text("code"))
                .toList();
    }

    @Test
    void cancellationWithoutAnyClaimIsCountedAsOrphaned() {
        FinalAction.Result result = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header("another|key", "2", "CANCELLATION", "2025-02-10", "100.00")
                .settle();

        assertThat(claims(result)).containsExactly("1");
        assertThat(result.counts().of(Fate.ORPHANED_VOID).versions()).isEqualTo(1);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void secondCancellationOfOneClaimIsOrphanedNotNegative() {
        FinalAction.Result result = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "CANCELLATION", "2025-02-10", "100.00")
                .header(KEY, "3", "CANCELLATION", "2025-03-10", "100.00")
                .settle();

        assertThat(claims(result)).isEmpty();
        assertThat(result.counts().of(Fate.ORPHANED_VOID).versions()).isEqualTo(1);
        assertThat(result.quality().of(TestRows.FFS, PersonCheck.CANCELLATION_HAS_TARGET))
                .isEqualTo(new Share(2, 1));
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("0");
    }

    @Test
    void linesDiagnosesAndProceduresGoWithTheirWithdrawnHeader() {
        FinalAction.Result result = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .revenueLine(KEY, "1", 1, "60.00")
                .revenueLine(KEY, "1", 2, "40.00")
                .diagnosis(TestRows.FFS, "1", 0, 0, "E11.9")
                .header(KEY, "2", "CANCELLATION", "2025-02-10", "100.00")
                .header(KEY, "3", "ADJUSTMENT", "2025-02-10", "90.00")
                .revenueLine(KEY, "3", 1, "90.00")
                .diagnosis(TestRows.FFS, "3", 0, 0, "I10")
                .settle();

        assertThat(claims(result)).containsExactly("3", "3");
        assertThat(diagnoses(result)).containsExactly("I10");
        assertThat(result.quality()
                        .of(TestRows.FFS, PersonCheck.LINE_HAS_HEADER)
                        .bad())
                .isZero();
        assertThat(result.quality()
                        .of(TestRows.FFS, PersonCheck.LINE_HAS_HEADER)
                        .of())
                .isPositive();
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo("90");
        assertThat(result.counts().followersKept()).isEqualTo(1);
    }

    @Test
    void lineWithoutItsHeaderDoesNotCount() {
        FinalAction.Result result =
                new ClaimRows().revenueLine(KEY, "1", 1, "60.00").settle();

        assertThat(claims(result)).isEmpty();
        assertThat(result.counts().of(Fate.HEADERLESS).rows()).isEqualTo(1);
        assertThat(result.quality().of(TestRows.FFS, PersonCheck.LINE_HAS_HEADER))
                .isEqualTo(new Share(1, 1));
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void diagnosisOfACancelledPartBLineGoesWithThatLineOnly() {
        FinalAction.Result result = new ClaimRows()
                .partB("C1", "11", 1, "ORIGINAL", "2025-01-10", "20.00")
                .partB("C1", "11", 2, "ORIGINAL", "2025-01-10", "30.00")
                .diagnosis(TestRows.FFS, "11", 0, 1, "E11.9")
                .diagnosis(TestRows.FFS, "11", 0, 2, "I10")
                .diagnosis(TestRows.FFS, "11", 0, 0, "F03.90")
                .partB("C1", "12", 1, "CANCELLATION", "2025-02-10", "20.00")
                .settle();

        assertThat(diagnoses(result)).containsExactlyInAnyOrder("I10", "F03.90");
    }

    @Test
    void theSameRowInTwoMonthlyFilesCountsOnce() {
        FinalAction.Result result = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .in(TestRows.SECOND)
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .settle();

        assertThat(result.rows())
                .singleElement()
                .extracting(CanonicalRow::dropId)
                .isEqualTo(TestRows.SECOND);
        assertThat(result.counts().of(Fate.REDELIVERED).rows()).isEqualTo(1);
        assertThat(result.counts().versions()).isEqualTo(1);
        assertThat(result.counts().paid()).isEqualByComparingTo("100");
    }

    @Test
    void claimUnderTheOldAndTheNewNumberOfTheMemberCountsOnce() {
        TestRows rows = new TestRows();
        List<CanonicalRow> claim = List.of(
                rows.inDrop(TestRows.FIRST, Table.MEDICAL_CLAIM, TestRows.FFS, "1S00A00AA00", header()),
                rows.inDrop(TestRows.SECOND, Table.MEDICAL_CLAIM, TestRows.FFS, "2S00A00AA00", header()));

        assertThat(new FinalAction(TestRows.DROPS).of(claim).rows())
                .singleElement()
                .extracting(CanonicalRow::memberId)
                .isEqualTo("2S00A00AA00");
    }

    private static Object[] header() {
        return new Object[] {
            "claim_id", "1",
            "claim_line_number", 0,
            "claim_type", "institutional",
            "record_version", 0,
            "adjustment_type", "ORIGINAL",
            "final_action_key", KEY,
            "claim_status", "paid",
            "line_status", "paid",
            "paid_amount", "10.00"
        };
    }

    @Test
    void newestPartDEventOfAFillCountsAndADeletionRemovesIt() {
        FinalAction.Result result = new ClaimRows()
                .fill("F1", "1", "ORIGINAL", "2025-01-10", "10.00")
                .in(TestRows.SECOND)
                .fill("F1", "2", "ADJUSTMENT", "2025-02-10", "12.00")
                .fill("F2", "3", "ORIGINAL", "2025-01-10", "30.00")
                .in(TestRows.THIRD)
                .fill("F2", "4", "CANCELLATION", "2025-03-10", "30.00")
                .settle();

        assertThat(claims(result)).containsExactly("2");
        assertThat(result.counts().of(Fate.SUPERSEDED).versions()).isEqualTo(1);
        assertThat(result.counts().of(Fate.VOIDED).versions()).isEqualTo(2);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void cancellationOfAFillThatWasLeftBehindGoesLikeItHoweverOftenItWasDelivered() {
        ClaimRows rows = new ClaimRows()
                .fill("F1", "1", "CANCELLATION", "2025-03-10", "10.00")
                .fill("F2", "2", "ORIGINAL", "2025-01-10", "30.00")
                .fill("F2", "3", "CANCELLATION", "2025-03-10", "30.00")
                .in(TestRows.SECOND)
                .fill("F1", "1", "CANCELLATION", "2025-03-10", "10.00");

        FinalAction.Result told = rows.settle();
        FinalAction.Result untold =
                new FinalAction(TestRows.DROPS, CancellationRules.PAIR_OFF, fill -> false).of(rows.all());

        assertThat(told.counts().of(Fate.ORPHANED_VOID).versions()).isEqualTo(1);
        assertThat(told.counts().of(Fate.REDELIVERED).rows()).isEqualTo(1);
        assertThat(untold.counts().of(Fate.ORPHANED_VOID).versions()).isZero();
        assertThat(untold.counts().of(Fate.REDELIVERED).rows()).isZero();
        assertThat(untold.counts().of(Fate.VOIDED).versions())
                .as("it withdraws a fill all the same")
                .isEqualTo(2);
        assertThat(untold.counts().rows()).isEqualTo(2);
        assertThat(untold.counts().laws()).allMatch(Law::holds);
        assertThat(untold.rows()).isEmpty();
    }

    @Test
    void deletedFillIsNotBroughtBackByALateCopyOfAnOlderFile() {
        ClaimRows rows = new ClaimRows()
                .fill("F2", "3", "ORIGINAL", "2025-01-10", "30.00")
                .in(TestRows.SECOND)
                .fill("F2", "4", "CANCELLATION", "2025-03-10", "30.00")
                .in(TestRows.THIRD)
                .fill("F2", "3", "ORIGINAL", "2025-01-10", "30.00");

        assertThat(claims(rows.settle())).isEmpty();
    }

    @Test
    void deniedVersionIsSettledBeforeItsDenialIsLookedAt() {
        TestRows rows = new TestRows();
        List<CanonicalRow> claim = List.of(
                rows.row(Table.MEDICAL_CLAIM, TestRows.PLAN, "7", versioned(0, "paid")),
                rows.row(Table.MEDICAL_CLAIM, TestRows.PLAN, "7", versioned(1, "denied")));

        assertThat(new FinalAction(TestRows.DROPS).of(claim).rows())
                .singleElement()
                .extracting(row -> row.text("claim_status"))
                .isEqualTo("denied");
    }

    private static Object[] versioned(int version, String status) {
        return new Object[] {
            "claim_id",
            "A",
            "claim_line_number",
            1,
            "claim_type",
            "professional",
            "record_version",
            version,
            "adjustment_type",
            "ORIGINAL",
            "claim_status",
            status,
            "line_status",
            status,
            "paid_amount",
            "10.00"
        };
    }

    @Test
    void nothingInIsNothingOut() {
        FinalAction.Result result = new FinalAction(TestRows.DROPS).of(List.of());

        assertThat(result.rows()).isEmpty();
        assertThat(result.counts()).isEqualTo(FinalActionCounts.NONE);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }

    @Test
    void countsOfSeveralPeopleAddUp() {
        FinalActionCounts both =
                packetPartA().settle().counts().plus(packetPartB().settle().counts());

        assertThat(both.versions()).isEqualTo(13);
        assertThat(both.of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo(new BigDecimal("967"));
        assertThat(both.laws()).allMatch(Law::holds);
    }

    static List<String> claims(FinalAction.Result result) {
        return result.rows().stream()
                .filter(row -> row.table() == Table.MEDICAL_CLAIM || row.table() == Table.PHARMACY_CLAIM)
                .map(ClaimColumns::claimId)
                .sorted()
                .toList();
    }

    private static List<String> diagnoses(FinalAction.Result result) {
        return result.rows().stream()
                .filter(row -> row.table() == Table.CLAIM_DIAGNOSIS)
                .map(row -> row.text("code"))
                .toList();
    }
}
