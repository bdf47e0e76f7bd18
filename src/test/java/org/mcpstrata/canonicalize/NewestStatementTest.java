package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

class NewestStatementTest {
    private static final String OLD = "1SS1SS1SS11";
    private static final String BETWEEN = "3SS3SS3SS33";
    private static final String NEW = "2SS2SS2SS22";

    private final TestRows rows = new TestRows();

    private static List<CanonicalRow> settle(CanonicalRow... delivered) {
        return new FinalAction(TestRows.DROPS).of(List.of(delivered)).rows();
    }

    @Test
    void resourceOfANewerDropReplacesTheOlderOne() {
        CanonicalRow old = condition(TestRows.FIRST, TestRows.CLINIC, "active");
        CanonicalRow corrected = condition(TestRows.SECOND, TestRows.CLINIC, "resolved");

        assertThat(settle(corrected, old)).containsExactly(corrected);
    }

    @Test
    void oneResourceIdOfTwoPayersIsTwoResources() {
        CanonicalRow one = condition(TestRows.FIRST, TestRows.CLINIC, "active");
        CanonicalRow two = condition(TestRows.SECOND, TestRows.PLAN, "resolved");

        assertThat(settle(one, two)).containsExactlyInAnyOrder(one, two);
    }

    @Test
    void componentThatTheNewerPanelLacksIsGone() {
        CanonicalRow systolic = component(TestRows.FIRST, "bp-1#1", "150");
        CanonicalRow diastolic = component(TestRows.FIRST, "bp-1#2", "95");
        CanonicalRow corrected = component(TestRows.SECOND, "bp-1#1", "130");

        assertThat(settle(systolic, diastolic, corrected)).containsExactly(corrected);
    }

    @Test
    void requestAndDispenseOfOneIdAreTwoResources() {
        CanonicalRow request = medication(TestRows.FIRST, "REQUEST");
        CanonicalRow dispense = medication(TestRows.SECOND, "DISPENSE");

        assertThat(settle(request, dispense)).containsExactlyInAnyOrder(request, dispense);
    }

    @Test
    void coverageThatANewerDropEndsIsNotOpenForEver() {
        CanonicalRow open = coverage(TestRows.FIRST, "9999-12-31");
        CanonicalRow ended = coverage(TestRows.SECOND, "2025-06-30");

        assertThat(settle(open, ended)).containsExactly(ended);
    }

    @Test
    void productWithoutMedicalCoverageTakesNoMonthFromAnotherOfOnePlan() {
        CanonicalRow pharmacy = product(TestRows.FIRST, false, "2025-01-31");
        CanonicalRow medical = product(TestRows.FIRST, true, "2025-01-31");
        CanonicalRow newerPharmacy = product(TestRows.SECOND, false, "2025-01-31");

        assertThat(settle(pharmacy, medical)).containsExactly(pharmacy, medical);
        assertThat(settle(pharmacy, medical, newerPharmacy)).containsExactly(medical, newerPharmacy);
    }

    @Test
    void twoEndsOfOneStartInOneDropBothHold() {
        CanonicalRow shorter = product(TestRows.FIRST, true, "2025-01-31");
        CanonicalRow longer = product(TestRows.FIRST, true, "2025-06-30");
        CanonicalRow corrected = product(TestRows.SECOND, true, "2025-03-31");

        assertThat(settle(shorter, longer)).containsExactly(shorter, longer);
        assertThat(settle(shorter, longer, corrected)).containsExactly(corrected);
    }

    @Test
    void datedStatementsAboutAMemberAreHistoryAndUndatedOnesAreReplaced() {
        CanonicalRow january = patient(TestRows.FIRST, "2025-01-01", "NM");
        CanonicalRow february = patient(TestRows.SECOND, "2025-02-01", "CO");
        CanonicalRow record = patient(TestRows.FIRST, null, "NM");
        CanonicalRow newerRecord = patient(TestRows.THIRD, null, "WA");

        assertThat(settle(january, february, record, newerRecord)).containsExactly(january, february, newerRecord);
    }

    @Test
    void twoFilesOfOneDropWithOneResourceGiveTheFirst() {
        CanonicalRow first = condition(TestRows.FIRST, TestRows.CLINIC, "active");
        CanonicalRow second = condition(TestRows.FIRST, TestRows.CLINIC, "active");

        assertThat(settle(second, first)).containsExactly(first);
    }

    @Test
    void coverageThatEndsUnderANewMedicareNumberIsNotOpenForEver() {
        CanonicalRow open = coverage(TestRows.FIRST, OLD, "9999-12-31");
        CanonicalRow ended = coverage(TestRows.SECOND, NEW, "2025-03-31");
        CanonicalRow link = crosswalk(TestRows.SECOND, OLD, NEW);

        assertThat(settle(open, ended, link)).containsExactlyInAnyOrder(ended, link);
    }

    @Test
    void attributionThatEndsUnderANewMedicareNumberIsNotOpenForEver() {
        CanonicalRow open = attribution(TestRows.FIRST, OLD, "9999-12-31");
        CanonicalRow ended = attribution(TestRows.THIRD, NEW, "2025-03-31");
        CanonicalRow link = crosswalk(TestRows.SECOND, OLD, BETWEEN);
        CanonicalRow next = crosswalk(TestRows.THIRD, BETWEEN, NEW);

        assertThat(settle(open, ended, link, next)).containsExactlyInAnyOrder(ended, link, next);
    }

    @Test
    void twoMemberIdsOfOnePayerThatNoCrosswalkOfMedicareNumbersJoinsSpeakForThemselves() {
        CanonicalRow one = coverage(TestRows.FIRST, "77", "9999-12-31");
        CanonicalRow two = coverage(TestRows.SECOND, "78", "2025-03-31");
        CanonicalRow link = crosswalk(TestRows.FIRST, "77", NEW);
        CanonicalRow other = crosswalk(TestRows.SECOND, "78", NEW);

        assertThat(settle(one, two, link, other)).contains(one, two);
    }

    @Test
    void crosswalkOfAnotherPayerChangesNobodysNumber() {
        CanonicalRow one = coverage(TestRows.FIRST, OLD, "9999-12-31");
        CanonicalRow two = coverage(TestRows.SECOND, NEW, "2025-03-31");
        CanonicalRow link = rows.inDrop(TestRows.SECOND, Table.MBI_CROSSWALK, TestRows.FFS, OLD, "mbi", NEW);

        assertThat(settle(one, two, link)).contains(one, two);
    }

    @Test
    void whatOneDropTellsUnderBothNumbersHolds() {
        CanonicalRow old = attribution(TestRows.FIRST, OLD, "2025-03-31");
        CanonicalRow current = attribution(TestRows.FIRST, NEW, "9999-12-31");
        CanonicalRow link = crosswalk(TestRows.FIRST, OLD, NEW);

        assertThat(settle(old, current, link)).contains(old, current);
    }

    private CanonicalRow attribution(String drop, String member, String end) {
        return rows.inDrop(
                drop,
                Table.ATTRIBUTION,
                TestRows.PLAN,
                member,
                "practice_id",
                "p1",
                "state",
                "CO",
                "track",
                1,
                "participant_type",
                "STANDARD",
                "start_date",
                "2024-01-01",
                "end_date",
                end);
    }

    private CanonicalRow crosswalk(String drop, String replaced, String current) {
        return rows.inDrop(drop, Table.MBI_CROSSWALK, TestRows.PLAN, replaced, "mbi", current);
    }

    private CanonicalRow condition(String drop, String payer, String status) {
        return rows.inDrop(
                drop, Table.CONDITION, payer, "m", "condition_id", "c1", "clinical_status", status, "code", "I10");
    }

    private CanonicalRow component(String drop, String id, String value) {
        return rows.inDrop(
                drop,
                Table.OBSERVATION,
                TestRows.CLINIC,
                "m",
                "observation_id",
                id,
                "parent_id",
                "bp-1",
                "value",
                value);
    }

    private CanonicalRow medication(String drop, String kind) {
        return rows.inDrop(drop, Table.MEDICATION, TestRows.CLINIC, "m", "medication_id", "x", "kind", kind);
    }

    private CanonicalRow coverage(String drop, String end) {
        return coverage(drop, "m", end);
    }

    private CanonicalRow coverage(String drop, String member, String end) {
        return rows.inDrop(
                drop,
                Table.ELIGIBILITY,
                TestRows.PLAN,
                member,
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                "2024-01-01",
                "enrollment_end_date",
                end);
    }

    private CanonicalRow product(String drop, boolean medical, String end) {
        return rows.inDrop(
                drop,
                Table.ELIGIBILITY,
                TestRows.PLAN,
                "m",
                "payer_type",
                "COMMERCIAL",
                "plan",
                "plan-1",
                "medical_coverage",
                medical,
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                end);
    }

    private CanonicalRow patient(String drop, String asOf, String state) {
        return rows.inDrop(drop, Table.PATIENT, TestRows.CLINIC, "m", "as_of_date", asOf, "address_state", state);
    }
}
