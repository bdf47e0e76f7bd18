package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class PersonFindingsTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();

    @Test
    void twoMembersOfOnePayerCoveredOnOneDayAreAProbe() {
        covered(PLAN, "old", "2025-01-01", "2025-06-30");
        covered(PLAN, "new", "2025-06-30", "2025-12-31");

        assertThat(of(LinkMetric.PERSONS_COVERED_TWICE_BY_ONE_PAYER)).isEqualTo(1);
    }

    @Test
    void memberIdThatFollowsAnotherIsNoProbe() {
        covered(PLAN, "old", "2025-01-01", "2025-06-29");
        covered(PLAN, "new", "2025-06-30", "2025-12-31");
        // Both in 2024, which is not the period.
        covered(PLAN, "old", "2024-01-01", "2024-06-30");
        covered(PLAN, "new", "2024-06-01", "2024-12-31");

        assertThat(of(LinkMetric.PERSONS_COVERED_TWICE_BY_ONE_PAYER)).isZero();
    }

    @Test
    void twoPayersOfOneDayAreNoProbe() {
        covered(PLAN, "p", "2025-01-01", "2025-12-31");
        covered(FFS, "f", "2025-01-01", "2025-12-31");

        assertThat(of(LinkMetric.PERSONS_COVERED_TWICE_BY_ONE_PAYER)).isZero();
    }

    @Test
    void claimOfAnotherMemberAfterTheDeathIsAProbe() {
        dead("2025-03-01");
        patient(PLAN, "p");
        claim(PLAN, "p", "2025-03-02");

        assertThat(of(LinkMetric.PERSONS_ALIVE_AND_DEAD)).isEqualTo(1);
    }

    @Test
    void claimOnTheDayOfDeathOrOfTheDeadMemberItselfIsNoProbe() {
        dead("2025-03-01");
        patient(PLAN, "p");
        claim(PLAN, "p", "2025-03-01");
        claim(FFS, "f", "2025-04-01");

        assertThat(of(LinkMetric.PERSONS_ALIVE_AND_DEAD)).isZero();
    }

    @Test
    void claimLinesOfAMemberThatNoRowDescribesAreCountedAsSuch() {
        claim(PLAN, "unknown", "2025-03-01");
        claim(FFS, "f", "2025-03-01");
        patient(FFS, "f");

        assertThat(of(LinkMetric.CLAIM_LINES, PLAN)).isEqualTo(1);
        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_IDENTITY_ROW, PLAN)).isEqualTo(1);
        assertThat(of(LinkMetric.CLAIM_LINES, FFS)).isEqualTo(1);
        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_IDENTITY_ROW, FFS)).isZero();
    }

    @Test
    void claimLinesOfAMemberWithHalfANameAreCountedAsThoseOfNobodyWhoCanBeRecognised() {
        claim(PLAN, "p", "2025-03-01");
        statement("last_name", "Testperson1", "birth_date", "1950-05-01", "gender", "female");

        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_KEYS, PLAN)).isEqualTo(1);
        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_IDENTITY_ROW, PLAN)).isZero();

        statement("mbi", "1S00E00AA00");
        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_KEYS, PLAN)).isZero();
    }

    @Test
    void wholeNameWithABirthDateIsSomethingToBeRecognisedBy() {
        claim(PLAN, "p", "2025-03-01");
        statement("last_name", "Testperson1", "first_name", "Ann", "birth_date", "1950-05-01", "gender", "female");

        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_KEYS, PLAN)).isZero();
    }

    private void statement(Object... columnsAndValues) {
        delivered.add(rows.row(Table.PATIENT, PLAN, "p", columnsAndValues));
    }

    @Test
    void crosswalkWithoutAnIdentifierDescribesNobody() {
        claim(PLAN, "p", "2025-03-01");
        delivered.add(rows.row(Table.MBI_CROSSWALK, PLAN, "p", "mbi", "0000000000A"));

        assertThat(of(LinkMetric.CLAIM_LINES_WITHOUT_IDENTITY_ROW, PLAN)).isEqualTo(1);
    }

    private long of(LinkMetric metric) {
        return findings().of(LinkFinding.of(metric));
    }

    private long of(LinkMetric metric, String payer) {
        return findings().of(LinkFinding.ofPayer(metric, payer));
    }

    private LinkFindings findings() {
        PersonResolver resolver = new PersonResolver(PERIOD, DROPS, PersonPolicy.standard());
        return new PersonFindings(PERIOD, DROPS).of(resolver.resolve("P1", delivered), delivered, delivered);
    }

    private void covered(String payer, String member, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                payer,
                member,
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end));
    }

    private void dead(String day) {
        delivered.add(rows.row(Table.PATIENT, FFS, "f", "birth_date", "1950-02-03", "death_date", day));
    }

    private void patient(String payer, String member) {
        delivered.add(rows.row(Table.PATIENT, payer, member, "birth_date", "1950-02-03"));
    }

    private void claim(String payer, String member, String start) {
        delivered.add(rows.row(
                Table.MEDICAL_CLAIM,
                payer,
                member,
                "claim_id",
                "c" + delivered.size(),
                "claim_line_number",
                1,
                "claim_type",
                "professional",
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "claim_start_date",
                start,
                "claim_end_date",
                start,
                "claim_status",
                "paid",
                "line_status",
                "paid"));
    }
}
