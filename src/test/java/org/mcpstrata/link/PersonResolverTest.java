package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;
import static org.mcpstrata.model.TestRows.VENDOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class PersonResolverTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();
    private PersonPolicy policy = PersonPolicy.standard();

    @Test
    void monthRowsBecomeOneSpanWithoutADayMore() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-01-31");
        covered(PLAN, "COMMERCIAL", "2025-02-01", "2025-02-28");
        covered(PLAN, "COMMERCIAL", "2025-04-01", "2025-04-30");

        assertThat(person().coverage())
                .containsExactly(
                        span(PLAN, LineOfBusiness.COMMERCIAL, "2025-01-01", "2025-02-28"),
                        span(PLAN, LineOfBusiness.COMMERCIAL, "2025-04-01", "2025-04-30"));
        assertThat(person().memberMonths()).isEqualTo(3);
        assertThat(counts().balanced()).isTrue();
        assertThat(counts().mergedDays()).isEqualTo(31 + 28 + 30);
    }

    @Test
    void twoPayersOfOneDayStayTwoSpansAndOneMemberMonth() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        covered(STATE, "MEDICAID", "2025-06-01", "2025-12-31");

        assertThat(person().coverage()).hasSize(2);
        assertThat(person().memberMonths()).isEqualTo(12);
        assertThat(person().payerScopes())
                .containsExactly("MEDICAID_FFS", "MEDICARE_FFS", "payer:medicare-ffs", "payer:state-medicaid");
    }

    @Test
    void coverageForPharmacyOnlyOrWithdrawnCoversNoDay() {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                PLAN,
                "m",
                "payer_type",
                "COMMERCIAL",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "2025-12-31",
                "medical_coverage",
                false));
        covered(PLAN, "COMMERCIAL", "2025-03-01", "2025-02-28");

        assertThat(person().coverage()).isEmpty();
        assertThat(person().payerScopes()).isEmpty();
        assertThat(person().memberMonths()).isZero();
        assertThat(counts().balanced()).isTrue();
    }

    @Test
    void payerWithoutCoverageRowsCountsByItsDropAndARegistryByNothing() {
        delivered.add(rows.row(Table.PATIENT, PLAN, "m", "birth_date", "1960-01-01"));
        delivered.add(rows.row(Table.PATIENT, VENDOR, "v", "birth_date", "1960-01-01"));

        assertThat(person().payerScopes()).containsExactly("COMMERCIAL", "payer:plan");
        assertThat(person().memberMonths()).isZero();
    }

    @Test
    void coverageOutsideThePeriodIsNoMembership() {
        covered(PLAN, "COMMERCIAL", "2024-01-01", "2024-12-31");
        covered(STATE, "MEDICAID_FFS", "2025-12-31", "9999-12-31");

        assertThat(person().payerScopes()).containsExactly("MEDICAID_FFS", "payer:state-medicaid");
        assertThat(person().memberMonths()).isZero();
    }

    @Test
    void medicaresBirthDateCountsBeforeANewerDropOfAnother() {
        delivered.add(rows.row(Table.PATIENT, FFS, "m", "birth_date", "1950-02-03"));
        delivered.add(rows.inDrop(TestRows.THIRD, Table.PATIENT, PLAN, "p", "birth_date", "1950-02-04"));

        assertThat(person().birthDate()).isEqualTo(LocalDate.of(1950, 2, 3));
    }

    @Test
    void deathThatTheNewestDropNoLongerTellsWasAnError() {
        delivered.add(rows.row(Table.PATIENT, PLAN, "p", "as_of_date", "2025-03-01", "death_date", "2025-02-01"));
        assertThat(person().death()).isPresent();

        delivered.add(rows.inDrop(TestRows.SECOND, Table.PATIENT, PLAN, "p", "as_of_date", "2025-04-01"));
        assertThat(person().death()).isEmpty();
    }

    @Test
    void residenceIsThatOfThePeriodsEndNotOfALaterMove() {
        resident("2024-06-01", "NM");
        resident("2025-11-01", "CO");
        resident("2026-02-01", "WA");

        assertThat(person().residenceState()).isEqualTo("CO");
    }

    @Test
    void practiceOfTheLastCoveredDayCounts() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-09-30");
        attributed(PLAN, "A", "2025-01-01", "2025-06-30");
        attributed(PLAN, "B", "2025-07-01", "2025-09-30");
        attributed(PLAN, "C", "2025-10-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void latestAttributionInsideThePeriodStandsInWhereTheLastDayHasNone() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-01-01", "2025-03-31");
        attributed(PLAN, "B", "2025-04-01", "2025-05-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void practiceNamedForMoreMonthsBeatsThePayerOrder() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-11-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");
        policy = PersonPolicy.standard().withPayerOrder(List.of(PLAN, STATE));

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void payerOrderThenTheSmallerIdBreaksEqualMonths() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "Z", "2025-01-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
        policy = PersonPolicy.standard().withPayerOrder(List.of(PLAN, STATE));
        assertThat(person().practice().id()).isEqualTo("Z");
    }

    @Test
    void monthsOfCostGoToThePracticeOfTheirFifteenthDay() {
        attributed(PLAN, "A", "2025-01-01", "2025-02-14");
        attributed(PLAN, "B", "2025-02-15", "2025-03-31");

        assertThat(new PersonResolver(PERIOD, DROPS, policy)
                        .resolve("P1", delivered)
                        .monthlyPractices())
                .hasSize(3)
                .satisfies(months -> assertThat(months.get(1).id()).isEqualTo("A"))
                .satisfies(months -> assertThat(months.get(2).id()).isEqualTo("B"))
                .satisfies(months -> assertThat(months.get(3).id()).isEqualTo("B"));
    }

    @Test
    void laterSpanOfOnePayerEndsItsEarlierOpenOne() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        attributed(PLAN, "A", "2025-01-01", "9999-12-31");
        attributed(PLAN, "B", "2025-10-01", "9999-12-31");

        assertThat(person().practice().id()).isEqualTo("B");
    }

    @Test
    void unattributedPersonBelongsToTheStateOfResidence() {
        resident("2025-06-01", "NM");
        attributed(PLAN, "A", "2024-01-01", "2024-12-31");

        assertThat(person().practice()).isEqualTo(Practice.unattributed("NM"));
    }

    @Test
    void practiceOfAPatientRecordIsDescribedByTheDirectory() {
        delivered.add(rows.row(Table.PATIENT, CLINIC, "c", "practice_id", "A"));
        Practice described = new Practice("A", "East", "", "CO", 2, "FQHC");

        assertThat(person().practice().state()).isEqualTo("UNKNOWN");
        policy = policy.withPractices(new TreeMap<>(java.util.Map.of("A", described)));
        assertThat(person().practice()).isEqualTo(described);
    }

    @Test
    void oneFullMonthOfThePeriodMakesAFullDual() {
        dual("01", "2025-01-01", "2025-01-31");
        dual("02", "2025-02-01", "2025-02-28");
        dual("NA", "2025-03-01", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("FULL");
    }

    @Test
    void dualMonthsOfAnotherYearDoNotCount() {
        dual("02", "2024-01-01", "2024-12-31");
        dual("03", "2025-01-01", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("PARTIAL");
    }

    @Test
    void medicareAndMedicaidOnOneDayWithoutACodeAreAFullDual() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-06-30");
        covered(STATE, "MEDICAID_FFS", "2025-06-30", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("FULL");
    }

    @Test
    void medicareAfterMedicaidIsNoDual() {
        covered(FFS, "MEDICARE_FFS", "2025-07-01", "2025-12-31");
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-06-30");

        assertThat(person().dualStatus()).isEqualTo("UNKNOWN");
    }

    @Test
    void codeThatSaysNoMedicaidBeatsTheInference() {
        dual("NA", "2025-01-01", "2025-12-31");
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("NON_DUAL");
    }

    @Test
    void dualAndDisabilityDoNotApplyWithoutMedicare() {
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("NOT_APPLICABLE");
        assertThat(person().disability()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void oneMonthOfSubsidyIsSubsidyAndSilenceIsNotNo() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("UNKNOWN");
        subsidy("0", "2025-01-01", "2025-11-30");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("NON_LIS");
        subsidy("4", "2025-12-01", "2025-12-31");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("LIS");
    }

    @Test
    void subsidyOfAnotherYearOrOfAWithdrawnSpanDoesNotCount() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        subsidy("1", "2024-01-01", "2024-12-31");
        subsidy("1", "2025-06-01", "2025-05-31");
        subsidy("5", "2025-01-01", "2025-12-31");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("UNKNOWN");
    }

    @Test
    void subsidyDoesNotApplyWithoutMedicare() {
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void zipCodeOfAnotherStateThanTheNewestOneDoesNotSayWhereSomebodyLives() {
        policy = policy.withGeography(new Geography(Map.of(Area.RURALITY, Map.of("87301", "MICRO", "80202", "METRO"))));
        lives("2025-01-01", "NM", "87301");
        assertThat(person().area(Area.RURALITY)).isEqualTo("MICRO");
        lives("2025-06-01", "CO", null);
        assertThat(person().area(Area.RURALITY)).isEqualTo("NO_INFORMATION");
        lives("2025-05-01", "CO", "80202");
        assertThat(person().area(Area.RURALITY)).isEqualTo("METRO");
        lives("2026-02-01", "NM", "87301");
        assertThat(person().area(Area.RURALITY)).as("moved after the period").isEqualTo("METRO");
    }

    private void lives(String day, String state, String zip) {
        delivered.add(
                rows.row(Table.PATIENT, PLAN, "p", "as_of_date", day, "address_state", state, "address_zip", zip));
    }

    private void subsidy(String level, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "lis_level",
                level,
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end));
    }

    @Test
    void originalReasonCountsBeforeTheCurrentStatus() {
        medicare("1", "10");
        assertThat(person().disability()).isEqualTo("DISABLED_ORIGINAL");
        delivered.clear();
        medicare(null, "31");
        assertThat(person().disability()).isEqualTo("ESRD");
        delivered.clear();
        medicare(null, null);
        assertThat(person().disability()).isEqualTo("UNKNOWN");
    }

    @Test
    void personWithoutAnyFactIsStillAPerson() {
        delivered.add(rows.row(Table.RISK_SCORE, PLAN, "m", "model", "HCC", "year", 2025, "score", "1.0"));

        assertThat(person().birth()).isEmpty();
        assertThat(person().residenceState()).isEqualTo("UNKNOWN");
        assertThat(person().practice().id()).isEqualTo("UNATTRIBUTED-UNKNOWN");
    }

    @Test
    void everyOrderOfRowsGivesTheSamePerson() {
        dual("02", "2025-02-01", "2025-02-28");
        medicare("0", "10");
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");
        attributed(PLAN, "Z", "2025-01-01", "9999-12-31");
        attributed(STATE, "B", "2025-01-01", "9999-12-31");
        attributed(STATE, "A", "2025-01-01", "9999-12-31");
        resident("2025-11-01", "CO");
        delivered.add(rows.row(Table.PATIENT, STATE, "s", "birth_date", "1950-02-03", "address_state", "NM"));
        delivered.add(rows.row(Table.PATIENT, PLAN, "p", "birth_date", "1950-02-04", "gender", "male"));
        delivered.add(rows.row(Table.PATIENT, CLINIC, "c", "birth_date", "1950-02-05", "gender", "female"));
        Person expected = person();
        for (long seed = 0; seed < 200; seed++) {
            assertThat(resolve(TestRows.shuffled(delivered, seed)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    private Person person() {
        return resolve(delivered);
    }

    private Person resolve(List<CanonicalRow> personRows) {
        return new PersonResolver(PERIOD, DROPS, policy).resolve("P1", personRows);
    }

    private LinkCounts counts() {
        return LinkCounts.NONE.plus(LinkCounts.of(person(), delivered, DROPS, PERIOD));
    }

    private static CoverageSpan span(String payer, LineOfBusiness line, String start, String end) {
        return new CoverageSpan(payer, line, LocalDate.parse(start), LocalDate.parse(end));
    }

    private void covered(String payer, String line, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                payer,
                "m",
                "payer_type",
                line,
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end));
    }

    private void dual(String code, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end,
                "dual_status_code",
                code));
    }

    private void medicare(String originalReason, String status) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "2025-12-31",
                "original_reason_entitlement_code",
                originalReason,
                "medicare_status_code",
                status));
    }

    private void resident(String asOf, String state) {
        delivered.add(rows.row(Table.PATIENT, FFS, "m", "as_of_date", asOf, "address_state", state));
    }

    private void attributed(String payer, String practice, String start, String end) {
        delivered.add(rows.row(
                Table.ATTRIBUTION,
                payer,
                "m",
                "practice_id",
                practice,
                "state",
                "NM",
                "track",
                1,
                "participant_type",
                "STANDARD",
                "start_date",
                start,
                "end_date",
                end));
    }
}
