package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.model.Verdict.Amounts;

/** An emergency visit counts for every payer that has a bill for it, and for the business in which that payer covered the day. */
class VisitsByPayerTest {
    private static final String OTHER = "medicaid";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();
    private final List<CoverageSpan> coverage = new ArrayList<>();
    private final SortedMap<String, SortedSet<LineOfBusiness>> withoutCoverage = new TreeMap<>();

    private VisitsByPayerTest covered(String payer, LineOfBusiness line, String start, String end) {
        coverage.add(new CoverageSpan(payer, line, LocalDate.parse(start), LocalDate.parse(end)));
        return this;
    }

    private VisitsByPayerTest knownTo(String payer, LineOfBusiness... lines) {
        withoutCoverage.put(payer, new TreeSet<>(List.of(lines)));
        return this;
    }

    private VisitsByPayerTest visit(String payer, String day) {
        delivered.add(rows.row(
                Table.MEDICAL_CLAIM,
                payer,
                "m",
                "claim_id",
                payer + day,
                "claim_line_number",
                1,
                "claim_type",
                "professional",
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "claim_start_date",
                day,
                "claim_end_date",
                day,
                "hcpcs_code",
                "99284",
                "claim_status",
                "paid",
                "line_status",
                "paid"));
        return this;
    }

    private VisitsByPayerTest recorded(String payer, String day) {
        delivered.add(rows.row(
                Table.ENCOUNTER,
                payer,
                "m",
                "encounter_id",
                "e" + day,
                "status",
                "finished",
                "encounter_class",
                "EMER",
                "encounter_start_date",
                day,
                "encounter_end_date",
                day,
                "code_system",
                "CPT",
                "code",
                "99284"));
        return this;
    }

    private Map<String, Amounts> amounts() {
        SortedSet<String> scopes = new TreeSet<>();
        coverage.forEach(span -> scopes.addAll(List.of(span.lineOfBusiness().name(), "payer:" + span.payerId())));
        withoutCoverage.forEach((payer, lines) -> {
            lines.forEach(line -> scopes.add(line.name()));
            scopes.add("payer:" + payer);
        });
        Person person = new PersonDraft("P1")
                .covered(coverage)
                .scopes(scopes)
                .knownTo(withoutCoverage)
                .build();
        return Shipped.EVALUATOR.evaluate(person, delivered).stream()
                .filter(verdict ->
                        verdict.measureId().equals("EDU") && verdict.rateId().equals("with outliers"))
                .findFirst()
                .orElseThrow()
                .byScope();
    }

    private void assertVisits(String scope, int visits) {
        assertThat(amounts().get(scope).observation()).as(scope).isEqualByComparingTo(String.valueOf(visits));
    }

    @Test
    void aVisitIsOfThePayerWithTheBillAndNoOther() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31")
                .covered(OTHER, LineOfBusiness.MEDICAID_FFS, "2024-01-01", "2025-12-31")
                .visit(TestRows.PLAN, "2025-06-01");

        assertVisits("payer:plan", 1);
        assertVisits("COMMERCIAL", 1);
        assertVisits("payer:medicaid", 0);
        assertVisits("MEDICAID_FFS", 0);
    }

    @Test
    void aVisitThatTwoPayersHaveABillForIsOfBoth() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31")
                .covered(OTHER, LineOfBusiness.MEDICAID_FFS, "2024-01-01", "2025-12-31")
                .visit(TestRows.PLAN, "2025-06-01")
                .visit(OTHER, "2025-06-01")
                .visit(OTHER, "2025-07-01");

        assertVisits("payer:plan", 1);
        assertVisits("COMMERCIAL", 1);
        assertVisits("payer:medicaid", 2);
        assertVisits("MEDICAID_FFS", 2);
    }

    @Test
    void aPayerWithTwoBusinessesCountsAVisitForTheOneThatCoveredItsDay() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-06-30")
                .covered(TestRows.PLAN, LineOfBusiness.MEDICARE_ADVANTAGE, "2025-07-01", "2025-12-31")
                .visit(TestRows.PLAN, "2025-06-30")
                .visit(TestRows.PLAN, "2025-07-01")
                .visit(TestRows.PLAN, "2025-12-31");

        assertVisits("COMMERCIAL", 1);
        assertVisits("MEDICARE_ADVANTAGE", 2);
        assertVisits("payer:plan", 3);
    }

    @Test
    void aVisitOnADayThePayerDidNotCoverIsOfTheBusinessItDoesWithThePerson() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-05-31")
                .covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2025-06-10", "2025-12-31")
                .covered(OTHER, LineOfBusiness.MEDICAID_FFS, "2024-01-01", "2025-12-31")
                .visit(TestRows.PLAN, "2025-06-05");

        assertVisits("COMMERCIAL", 1);
        assertVisits("payer:plan", 1);
        assertVisits("MEDICAID_FFS", 0);
    }

    @Test
    void aVisitBilledByAPayerWithoutCoverageRowsIsOfTheBusinessItsDropGivesThePerson() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31")
                .knownTo(OTHER, LineOfBusiness.COMMERCIAL)
                .visit(TestRows.PLAN, "2025-06-01")
                .visit(TestRows.PLAN, "2025-07-01")
                .visit(OTHER, "2025-08-01");

        assertVisits("COMMERCIAL", 3);
        assertVisits("payer:plan", 2);
        assertVisits("payer:medicaid", 1);
    }

    @Test
    void aVisitBilledByAPayerWithoutCoverageRowsIsOfNoOtherBusiness() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31")
                .knownTo(OTHER, LineOfBusiness.MEDICAID_FFS)
                .visit(OTHER, "2025-08-01");

        assertVisits("COMMERCIAL", 0);
        assertVisits("MEDICAID_FFS", 1);
        assertVisits("payer:medicaid", 1);
    }

    @Test
    void aVisitKnownFromARecordAloneIsNobodys() {
        covered(TestRows.PLAN, LineOfBusiness.COMMERCIAL, "2024-01-01", "2025-12-31")
                .recorded(TestRows.PLAN, "2025-06-01");

        assertVisits("payer:plan", 0);
        assertVisits("COMMERCIAL", 0);
    }
}
