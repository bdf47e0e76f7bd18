package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Table;

/** Dual status, subsidy and disability of people with Medicare (founding decision 7). */
class MedicareOfAPersonTest extends ResolvedPerson {
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
    void dualMonthOfAMemberWhoseMedicalCareAnotherPayerCoversCounts() {
        dual("NA", "2025-01-01", "2025-06-30");
        dualWithoutMedicalCoverage("02", "2025-07-01", "2025-12-31");

        assertThat(person().dualStatus()).isEqualTo("FULL");
    }

    @Test
    void withdrawnMonthOrOneOfAnotherYearDoesNotMakeADualHoweverItIsCovered() {
        dual("NA", "2025-01-01", "2025-12-31");
        dual("02", "2025-07-01", "2025-06-30");
        dualWithoutMedicalCoverage("02", "2025-07-01", "2025-06-30");
        dualWithoutMedicalCoverage("02", "2024-07-01", "2024-12-31");

        assertThat(person().dualStatus()).isEqualTo("NON_DUAL");
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
    void medicareThatBeginsAfterThePeriodIsNoEvidenceWhateverItsSpanBears() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        medicareSpan("2026-02-01", "2026-12-31");

        assertThat(person().dualStatus()).isEqualTo("NOT_APPLICABLE");
        assertThat(person().disability()).isEqualTo("NOT_APPLICABLE");
        assertThat(person().lowIncomeSubsidy()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void whatStandsBesideASpanThatBeginsAfterThePeriodIsNoEvidenceEither() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        medicareSpan("2026-02-01", "2026-12-31");
        delivered.add(
                rows.row(Table.DEMOGRAPHICS, FFS, "m", "attribute", "sex", "method", "ADMINISTRATIVE", "value", "F"));

        assertThat(person().dualStatus()).isEqualTo("NOT_APPLICABLE");
    }

    @Test
    void medicareThatBeginsOnTheLastDayOfThePeriodIsEvidence() {
        covered(PLAN, "COMMERCIAL", "2025-01-01", "2025-12-31");
        medicareSpan("2025-12-31", "2026-12-31");

        assertThat(person().dualStatus()).isEqualTo("FULL");
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
    void monthlyStatementsAboutAMemberTellDualAsSpansDo() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        covered(STATE, "MEDICAID_FFS", "2025-01-01", "2025-12-31");
        assertThat(person().dualStatus()).isEqualTo("FULL");
        told("2025-03-15", "01", "0", "10");
        assertThat(person().dualStatus()).isEqualTo("PARTIAL");
        told("2025-04-15", "02", "0", "10");
        assertThat(person().dualStatus()).isEqualTo("FULL");
    }

    @Test
    void statementOfALaterDayTellsOnlyWhereNoneOfThePeriodDoes() {
        covered(FFS, "MEDICARE_FFS", "2025-01-01", "2025-12-31");
        told("2026-03-15", "02", "1", "11");
        told("2026-01-15", "01", "0", "10");
        assertThat(person().dualStatus()).isEqualTo("PARTIAL");
        assertThat(person().disability()).isEqualTo("AGED");
        told("2025-12-15", "NA", "1", "20");
        assertThat(person().dualStatus()).isEqualTo("NON_DUAL");
        assertThat(person().disability()).isEqualTo("DISABLED_ORIGINAL");
    }

    private void medicareSpan(String start, String end) {
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
                "mbi",
                "1S00E00AA00",
                "dual_status_code",
                "02",
                "medicare_status_code",
                "20",
                "original_reason_entitlement_code",
                "1",
                "lis_level",
                "1"));
    }

    private void dualWithoutMedicalCoverage(String code, String start, String end) {
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
                code,
                "medical_coverage",
                false));
    }

    private void told(String day, String dual, String reason, String status) {
        delivered.add(rows.row(
                Table.PATIENT,
                FFS,
                "m",
                "as_of_date",
                day,
                "dual_status_code",
                dual,
                "original_reason_entitlement_code",
                reason,
                "medicare_status_code",
                status));
    }
}
