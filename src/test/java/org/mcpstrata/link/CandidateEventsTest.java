package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CostRule.Candidates;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class CandidateEventsTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    private static final Candidates RULE = new Candidates("set", "Set", Set.of("99213", "99214"), 3, 90, 365, "");

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();
    private final SortedMap<String, Practice> practices = new TreeMap<>();

    CandidateEventsTest() {
        practice("A", "111");
        practice("B", "222");
    }

    private void practice(String id, String tin) {
        practices.put(id, new Practice(id, "", tin, "CO", 2, "STANDARD"));
    }

    private void visit(String claim, String day, String tin, String code, String status) {
        delivered.add(rows.row(
                Table.MEDICAL_CLAIM,
                TestRows.PLAN,
                "m",
                "claim_id",
                claim,
                "claim_line_number",
                1,
                "claim_type",
                "professional",
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "claim_line_start_date",
                day,
                "billing_tin",
                tin,
                "hcpcs_code",
                code,
                "claim_status",
                status,
                "line_status",
                status));
    }

    private void visit(String claim, String day, String tin) {
        visit(claim, day, tin, "99213", "paid");
    }

    private List<Integer> months(String practice) {
        List<Integer> months = new ArrayList<>();
        new CandidateEvents(RULE, practices).byMonth(delivered, PERIOD).forEach((month, found) -> {
            if (found.id().equals(practice)) {
                months.add(month);
            }
        });
        return months;
    }

    @Test
    void oneVisitAloneAttributesNobody() {
        visit("c1", "2025-02-10", "111");
        assertThat(months("A")).isEmpty();
    }

    @Test
    void aSecondVisitOfTheTaxpayerOnTheNinetiethDayMakesTheFirstACandidateForAYear() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-05-11", "111");
        assertThat(months("A")).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @Test
    void oneTaxpayerMayBeSpelledInTwoWays() {
        practice("A", "12-3456789");
        visit("c1", "2025-02-10", "123456789");
        visit("c2", "2025-03-11", "12-3456789");
        assertThat(months("A")).hasSize(11);

        practice("C", "123456789");
        assertThat(months("A")).as("it has two practices now").isEmpty();
    }

    @Test
    void aSecondVisitOnTheNinetyFirstDayIsTooLate() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-05-12", "111");
        assertThat(months("A")).isEmpty();
    }

    @Test
    void anotherTaxpayersVisitWithinThreeDaysConfirmsBoth() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-02-13", "222");
        // Both are candidates; the later one decides from its day on.
        assertThat(months("A")).isEmpty();
        assertThat(months("B")).hasSize(11).startsWith(2);
    }

    @Test
    void anotherTaxpayersVisitOnTheFourthDayConfirmsNone() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-02-14", "222");
        assertThat(months("A")).isEmpty();
        assertThat(months("B")).isEmpty();
    }

    @Test
    void aRelationshipOfTheYearBeforeReachesIntoThisOneAndEnds() {
        visit("c1", "2024-04-20", "111");
        visit("c2", "2024-04-21", "222", "99214", "paid");
        // From 21 April 2024 it lasts 365 days, to 20 April 2025.
        assertThat(months("B")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void deniedVisitsAndOtherServicesAreNoCandidates() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-02-11", "111", "99213", "denied");
        visit("c3", "2025-02-11", "111", "80053", "paid");
        assertThat(months("A")).isEmpty();
    }

    @Test
    void twoLinesOfOneClaimAndDayAreOneVisit() {
        visit("c1", "2025-02-10", "111");
        visit("c1", "2025-02-10", "111", "99214", "paid");
        assertThat(months("A")).isEmpty();
    }

    @Test
    void aTaxpayerWithSeveralPracticesOrNoneAttributesNobody() {
        practice("A2", "111");
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-02-12", "111");
        visit("c3", "2025-08-10", "999");
        visit("c4", "2025-08-12", "999");
        assertThat(new CandidateEvents(RULE, practices).byMonth(delivered, PERIOD))
                .isEmpty();
    }

    @Test
    void whomSomebodyAttributesHasNoCandidates() {
        visit("c1", "2025-02-10", "111");
        visit("c2", "2025-02-12", "111");
        PersonPolicy policy = PersonPolicy.standard().withPractices(practices).withCandidates(RULE);
        PersonResolver resolver = new PersonResolver(PERIOD, TestRows.DROPS, policy);
        assertThat(resolver.resolve("P1", delivered).monthlyPractices()).hasSize(11);
        delivered.add(rows.row(
                Table.ATTRIBUTION,
                TestRows.PLAN,
                "m",
                "practice_id",
                "B",
                "state",
                "CO",
                "track",
                2,
                "participant_type",
                "STANDARD",
                "start_date",
                "2025-05-01",
                "end_date",
                "2025-06-30"));
        assertThat(resolver.resolve("P1", delivered).monthlyPractices()).containsOnlyKeys(5, 6);
    }
}
