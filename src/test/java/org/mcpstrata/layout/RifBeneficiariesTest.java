package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class RifBeneficiariesTest {
    private static final Column MEDICAL = Table.ELIGIBILITY.column("medical_coverage");

    private static List<CanonicalRow> spans(RifLine line) {
        return DeliveredLines.rows(line.read("beneficiary"), Table.ELIGIBILITY);
    }

    private static RifLine covered(int month) {
        return RifLine.beneficiary(2024)
                .set("MDCR_ENTLMT_BUYIN_" + month + "_IND", "3")
                .set("HMO_" + month + "_IND", "0");
    }

    @Test
    void eachCoveredMonthIsASpanOfItsDays() {
        RifLine line = RifLine.beneficiary(2024);
        for (int month : new int[] {1, 2, 12}) {
            line.set("MDCR_ENTLMT_BUYIN_" + month + "_IND", "C").set("HMO_" + month + "_IND", "4");
        }
        assertThat(spans(line))
                .extracting(row -> row.date("enrollment_start_date"), row -> row.date("enrollment_end_date"))
                .containsExactly(
                        tuple(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31)),
                        tuple(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29)),
                        tuple(LocalDate.of(2024, 12, 1), LocalDate.of(2024, 12, 31)));
        assertThat(spans(line)).allMatch(row -> row.text("payer_type").equals("MEDICARE_FFS"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, H1225, true",
        "C, 4, '', true",
        "3, 1, '', false",
        "3, C, '', false",
        "1, 0, '', false",
        "2, 0, '', false",
        "A, 0, '', false",
        "B, 0, '', false",
        "0, 0, '', false",
        "'', 0, '', false",
        "3, '', '', true",
        "3, '', N, true",
        "3, '', 0, true",
        "3, '', H1225, false"
    })
    void aMonthNeedsBothPartsAndNoMedicareAdvantagePlan(String buyIn, String plan, String contract, boolean covered) {
        RifLine line = RifLine.beneficiary(2025)
                .set("MDCR_ENTLMT_BUYIN_9_IND", buyIn)
                .set("HMO_9_IND", plan)
                .set("PTC_CNTRCT_SEPT_ID", contract)
                .set("PTC_CNTRCT_AUG_ID", "H1225");
        assertThat(spans(line))
                .as("a month that is known not to be covered is told, so that nobody takes it for unknown")
                .hasSize(buyIn.isEmpty() ? 0 : 1)
                .allMatch(row -> !Boolean.FALSE.equals(row.flag(MEDICAL)) == covered);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, ", "2, ", "3, ", "C, "})
    void whoIsEntitledToNothingHasNoCoverageOfDrugsEither(String buyIn, Boolean pharmacy) {
        assertThat(spans(RifLine.beneficiary(2025).set("MDCR_ENTLMT_BUYIN_9_IND", buyIn)))
                .extracting(row -> row.flag(Table.ELIGIBILITY.column("pharmacy_coverage")))
                .containsExactly(pharmacy);
    }

    @ParameterizedTest
    @CsvSource({"02, 02", "2, 02", "NA, NA", "99, 99", "**, ", "AA, ", "'', "})
    void dualStatusIsThatOfTheMonth(String delivered, String status) {
        RifLine line = covered(5)
                .set("META_DUAL_ELGBL_STUS_MAY_CD", delivered)
                .set("META_DUAL_ELGBL_STUS_JUN_CD", "08")
                .set("MDCR_STUS_MAY_CD", "20")
                .set("BENE_ENTLMT_RSN_ORIG", "1");
        CanonicalRow span = spans(line).get(0);
        assertThat(span.text("dual_status_code")).isEqualTo(status);
        assertThat(span.text("medicare_status_code")).isEqualTo("20");
        assertThat(span.text("original_reason_entitlement_code")).isEqualTo("1");
    }

    @Test
    void whoABeneficiaryIsIsAStatementOfTheYear() {
        RifLine line = RifLine.beneficiary(2025)
                .set("MBI_NUM", "1S00E00AA14")
                .set("BENE_BIRTH_DT", "11-Nov-1945")
                .set("DEATH_DT", "25-NOV-2025")
                .set("BENE_SEX_IDENT_CD", "2")
                .set("BENE_GVN_NAME", "Given\\Name")
                .set("BENE_ZIP_CD", "025631234")
                .set("STATE_CODE", "22")
                .set("FIPS_STATE_CNTY_JAN_CD", "25017")
                .set("FIPS_STATE_CNTY_MAY_CD", "25001")
                .set("FIPS_STATE_CNTY_DEC_CD", " ");
        CanonicalRow patient = DeliveredLines.row(line.read("beneficiary"), Table.PATIENT);
        assertThat(patient.memberId()).isEqualTo("-1");
        assertThat(patient.text("mbi")).isEqualTo("1S00E00AA14");
        assertThat(patient.date("birth_date")).isEqualTo("1945-11-11");
        assertThat(patient.date("death_date")).isEqualTo("2025-11-25");
        assertThat(patient.text("gender")).isEqualTo("female");
        assertThat(patient.text("first_name")).isEqualTo("Given\\Name");
        assertThat(patient.text("address_zip")).isEqualTo("02563");
        assertThat(patient.text("address_state")).isEqualTo("MA");
        assertThat(patient.text("address_county")).as("the latest month's").isEqualTo("25001");
        assertThat(patient.date("as_of_date")).isEqualTo("2025-12-31");
    }

    @Test
    void zipAndCountyWithoutTheirZeroAreThoseOfTheSamePlace() {
        RecordOutcome.Accepted outcome = (RecordOutcome.Accepted) RifLine.beneficiary(2025)
                .set("BENE_ZIP_CD", "2563")
                .set("FIPS_STATE_CNTY_DEC_CD", "9001")
                .read("beneficiary");
        CanonicalRow patient = DeliveredLines.row(outcome, Table.PATIENT);
        assertThat(patient.text("address_zip")).isEqualTo("02563");
        assertThat(patient.text("address_county")).isEqualTo("09001");
        assertThat(outcome.lostZip()).isFalse();
    }

    @Test
    void filledZipOfWhichNothingIsKeptIsRemembered() {
        RecordOutcome.Accepted filler = (RecordOutcome.Accepted)
                RifLine.beneficiary(2025).set("BENE_ZIP_CD", "00000").read("beneficiary");
        RecordOutcome.Accepted empty = (RecordOutcome.Accepted)
                RifLine.beneficiary(2025).set("BENE_ZIP_CD", "").read("beneficiary");
        assertThat(filler.lostZip()).isTrue();
        assertThat(empty.lostZip()).isFalse();
    }

    @Test
    void theTwoRaceCodesAreTwoStatementsWithTheirMethods() {
        RifLine line = RifLine.beneficiary(2025).set("BENE_RACE_CD", "1").set("RTI_RACE_CD", "5");
        assertThat(DeliveredLines.rows(line.read("beneficiary"), Table.DEMOGRAPHICS))
                .allMatch(row -> row.date("observed_date").equals(LocalDate.of(2025, 1, 1)))
                .extracting(row -> row.text("attribute"), row -> row.text("value"), row -> row.text("method"))
                .containsExactly(
                        tuple("race", "2106-3", "ADMINISTRATIVE"),
                        tuple("ethnicity", null, "ADMINISTRATIVE"),
                        tuple("race", null, "INDIRECT_LABEL"),
                        tuple("ethnicity", "2135-2", "INDIRECT_LABEL"));
    }

    @ParameterizedTest
    @CsvSource({"1, 2106-3, CDCREC, 2186-5", "2, 2054-5, CDCREC, ", "6, 1002-5, CDCREC, "})
    void onlyTheImputedCodeSaysThatAWhitePersonIsNotHispanic(
            String code, String race, String system, String ethnicity) {
        RifLine line = RifLine.beneficiary(2025).set("RTI_RACE_CD", code);
        List<CanonicalRow> rows = DeliveredLines.rows(line.read("beneficiary"), Table.DEMOGRAPHICS);
        assertThat(rows.get(0).text("value")).isEqualTo(race);
        assertThat(rows.get(0).text("code_system")).isEqualTo(system);
        assertThat(rows.stream().filter(row -> row.text("attribute").equals("ethnicity")))
                .extracting(row -> row.text("value"))
                .containsExactly(ethnicity);
    }

    @Test
    void anImputedCodeOfTwoCategoriesIsKnownAndNamesNeither() {
        RifLine line = RifLine.beneficiary(2025).set("RTI_RACE_CD", "4");
        CanonicalRow race = DeliveredLines.rows(line.read("beneficiary"), Table.DEMOGRAPHICS)
                .get(0);
        assertThat(race.text("value"))
                .as("what has a value must be a code we know")
                .isNull();
        assertThat(race.text("missing_reason")).isEqualTo("UNMAPPED");
    }

    @Test
    void monthsOfAnUnknownYearAreNotCounted() {
        assertThat(covered(1).set("RFRNC_YR", " ").read("beneficiary"))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_MISSING, "RFRNC_YR"));
    }

    @Test
    void aBeneficiaryWhoIsTakenBackIsNotTakenIn() {
        assertThat(covered(1).set("DML_IND", "DELETE").read("beneficiary"))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_VALUE, "DML_IND"));
    }

    @Test
    void eachYearIsARecordOfItsOwn() {
        RecordOutcome.Accepted one =
                (RecordOutcome.Accepted) RifLine.beneficiary(2024).read("beneficiary");
        RecordOutcome.Accepted two =
                (RecordOutcome.Accepted) RifLine.beneficiary(2025).read("beneficiary");
        assertThat(one.key()).isEqualTo("-1|2024").isNotEqualTo(two.key());
    }
}
