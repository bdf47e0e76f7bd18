package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TestRows;

/** Where settling by the latest word of a key and pairing cancellations off differ, and where they must not. */
class LatestWinsTest {
    private static final String KEY = "330001|2025-01-01|2025-01-03";

    @Test
    void secondOriginalOfAKeyIsLostByTheLatestWord() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "140.00");

        differ(rows, List.of("1", "2"), "240", List.of("2"), "140");
    }

    @Test
    void adjustmentWhoseOriginalNeverCameIsKeptByTheLatestWordOnly() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "2", "CANCELLATION", "2025-02-10", "100.00")
                .header(KEY, "3", "ADJUSTMENT", "2025-02-10", "120.00");

        // The cancellation pairs off with what is there, for want of the original that it is about.
        differ(rows, List.of(), "0", List.of("3"), "120");
    }

    @Test
    void adjustmentWhoseCancellationNeverCameCountsBesideItsOriginalWhenPairedOff() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "3", "ADJUSTMENT", "2025-02-10", "120.00");

        differ(rows, List.of("1", "3"), "220", List.of("3"), "120");
    }

    @Test
    void cancellationDatedBeforeItsClaimWithdrawsItWhenPairedOffOnly() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "CANCELLATION", "2025-01-01", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-02-10", "100.00");

        differ(rows, List.of(), "0", List.of("2"), "100");
    }

    @Test
    void cancellationOfOneOfTwoOriginalsEmptiesTheKeyByTheLatestWord() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "50.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "80.00")
                .header(KEY, "3", "CANCELLATION", "2025-02-10", "80.00");

        differ(rows, List.of("1"), "50", List.of(), "0");
    }

    @Test
    void plainChainIsTheSameByBoth() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "CANCELLATION", "2025-02-10", "100.00")
                .header(KEY, "3", "ADJUSTMENT", "2025-02-10", "120.00");

        differ(rows, List.of("3"), "120", List.of("3"), "120");
    }

    @Test
    void linesOfPartBAreSettledLineByLine() {
        ClaimRows rows = new ClaimRows()
                .partB("C1", "11", 1, "ORIGINAL", "2025-01-10", "20.00")
                .partB("C1", "11", 2, "ORIGINAL", "2025-01-10", "30.00")
                .partB("C1", "12", 1, "CANCELLATION", "2025-02-10", "20.00")
                .partB("C2", "13", 1, "ORIGINAL", "2025-02-10", "5.00");

        differ(rows, List.of("11", "13"), "35", List.of("11", "13"), "35");
    }

    @Test
    void cancellationWithoutAnyClaimIsOrphanedByBoth() {
        ClaimRows rows = new ClaimRows().header(KEY, "1", "CANCELLATION", "2025-02-10", "100.00");

        assertThat(rows.settleByTheLatest().counts()).isEqualTo(rows.settle().counts());
        assertThat(rows.settleByTheLatest().counts().of(Fate.ORPHANED_VOID).versions())
                .isEqualTo(1);
    }

    @Test
    void diagnosesGoWithTheClaimThatTheLatestWordLeavesBehind() {
        FinalAction.Result result = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .diagnosis(TestRows.FFS, "1", 0, 0, "E11.9")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "140.00")
                .settleByTheLatest();

        assertThat(result.counts().followersKept()).isZero();
        assertThat(result.counts().of(Fate.SUPERSEDED).versions()).isEqualTo(1);
    }

    @Test
    void choiceOfOnePayerLeavesTheOthersAlone() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "ORIGINAL", "2025-01-17", "140.00")
                .line("A", 0, 1, "ORIGINAL", "10.00")
                .line("A", 1, 1, "ADJUSTMENT", "15.00");
        CancellationRules ofAnother = new CancellationRules(new TreeSet<>(List.of(TestRows.PLAN)));

        assertThat(new FinalAction(TestRows.DROPS, ofAnother).of(rows.all()).rows())
                .isEqualTo(rows.settle().rows());
        assertThat(rows.settleByTheLatest().counts().of(Fate.FINAL_ACTION).paid())
                .isEqualByComparingTo("155");
    }

    @Test
    void everyOrderOfRowsLeavesTheSameClaims() {
        ClaimRows rows = new ClaimRows()
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00")
                .header(KEY, "2", "CANCELLATION", "2025-01-10", "100.00")
                .header(KEY, "3", "ADJUSTMENT", "2025-01-10", "100.00")
                .in(TestRows.SECOND)
                .header(KEY, "1", "ORIGINAL", "2025-01-10", "100.00");
        FinalAction.Result expected = rows.settleByTheLatest();
        CancellationRules rules = new CancellationRules(new TreeSet<>(List.of(TestRows.FFS)));

        assertThat(FinalActionTest.claims(expected)).containsExactly("3");
        for (long seed = 0; seed < 100; seed++) {
            assertThat(new FinalAction(TestRows.DROPS, rules)
                            .of(TestRows.shuffled(rows.all(), seed))
                            .rows())
                    .as("seed %s", seed)
                    .isEqualTo(expected.rows());
        }
    }

    private static void differ(
            ClaimRows rows, List<String> pairedOff, String paid, List<String> latest, String paidByTheLatest) {
        counts(rows.settle(), pairedOff, paid);
        counts(rows.settleByTheLatest(), latest, paidByTheLatest);
    }

    private static void counts(FinalAction.Result result, List<String> claims, String paid) {
        assertThat(FinalActionTest.claims(result).stream().distinct()).containsExactlyElementsOf(claims);
        assertThat(result.counts().of(Fate.FINAL_ACTION).paid()).isEqualByComparingTo(paid);
        assertThat(result.counts().laws()).allMatch(Law::holds);
    }
}
