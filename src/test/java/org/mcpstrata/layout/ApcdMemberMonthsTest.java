package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class ApcdMemberMonthsTest {
    private static final ApcdLayout LAYOUT = ApcdLayout.of(ApcdFileType.ME, AmountForm.IMPLIED);

    private static RecordOutcome read(PipeLine line) {
        return DeliveredLines.read(LAYOUT, line.text());
    }

    private static CanonicalRow span(PipeLine line) {
        return DeliveredLines.row(read(line), Table.ELIGIBILITY);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 02, '', '', 2024-02-01, 2024-02-29",
        "2025, 2, '', '', 2025-02-01, 2025-02-28",
        "2025, 02, 20230101, 99991231, 2025-02-01, 2025-02-28",
        "2025, 02, 20250210, '', 2025-02-10, 2025-02-28",
        "2025, 02, 20230101, 20250214, 2025-02-01, 2025-02-14",
        "2025, 02, 20250228, 20250228, 2025-02-28, 2025-02-28"
    })
    void aMemberMonthIsCoveredBetweenThePlanDatesOnly(
            String year, String month, String from, String until, LocalDate first, LocalDate last) {
        CanonicalRow row = span(PipeLine.eligibility()
                .set("CDLME005", year)
                .set("CDLME006", month)
                .set("CDLME050", from)
                .set("CDLME051", until));
        assertThat(row.date("enrollment_start_date")).isEqualTo(first);
        assertThat(row.date("enrollment_end_date")).isEqualTo(last);
    }

    @Test
    void aMonthOutsideThePlanDatesContradictsItself() {
        assertThat(read(PipeLine.eligibility().set("CDLME050", "20250301")))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_VALUE, "CDLME050"));
        assertThat(read(PipeLine.eligibility().set("CDLME051", "20250131")))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_VALUE, "CDLME051"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "Y, true", "2, false", "N, false", "0, false", "3, ", "U, ", "'', "})
    void bothSpellingsOfFlagsAreUnderstood(String flag, Boolean covered) {
        CanonicalRow row = span(PipeLine.eligibility().set("CDLME036", flag));
        assertThat(row.flag(Table.ELIGIBILITY.column("medical_coverage"))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMERCIAL, 12, '', COMMERCIAL",
        "COMMERCIAL, 12, 1, MARKETPLACE",
        "COMMERCIAL, 16, '', MEDICARE_ADVANTAGE",
        "COMMERCIAL, MC, '', MEDICAID_FFS",
        "MEDICAID_MCO, MC, '', MEDICAID_MCO",
        "CHIP, MC, '', CHIP",
        "DUAL_INTEGRATED, 16, '', DUAL_INTEGRATED",
        "MEDICARE_ADVANTAGE, 16, '', MEDICARE_ADVANTAGE",
        "MEDICARE_ADVANTAGE, HM, 1, MEDICARE_ADVANTAGE",
        "MEDICAID_FFS, '', '', MEDICAID_FFS"
    })
    void theDropsLineOfBusinessStandsUnlessTheProductNamesAnotherFamily(
            LineOfBusiness ofDrop, String product, String exchange, String expected) {
        byte[] line = PipeLine.eligibility()
                .set("CDLME004", product)
                .set("CDLME057", exchange)
                .text()
                .getBytes(StandardCharsets.UTF_8);
        RecordOutcome outcome =
                DeliveredLines.read(LAYOUT, line, new DropFacts(ofDrop, DeliveredLines.MEDICARE.asOf()));
        assertThat(DeliveredLines.row(outcome, Table.ELIGIBILITY).text("payer_type"))
                .isEqualTo(expected);
    }

    @Test
    void everyAnswerAboutTheMemberIsOnePieceOfEvidenceOfTheMonth() {
        RecordOutcome outcome = read(PipeLine.eligibility()
                .set("CDLME018", "F")
                .set("CDLME029", "R3")
                .set("CDLME030", "R9")
                .set("CDLME032", "1")
                .set("CDLME033", "2148-5")
                .set("CDLME034", "AMERCN")
                .set("CDLME035", "ZZZ")
                .set("CDLME073", "SPA"));
        assertThat(DeliveredLines.rows(outcome, Table.DEMOGRAPHICS))
                .allMatch(row -> row.date("observed_date").equals(LocalDate.of(2025, 2, 1)))
                .allMatch(row -> row.text("method").equals("ADMINISTRATIVE"))
                .extracting(row -> row.text("attribute"), row -> row.text("value"), row -> row.text("code_system"))
                .containsExactly(
                        tuple("race", "2054-5", "CDCREC"),
                        tuple("race", "2131-1", "CDCREC"),
                        tuple("ethnicity", "2135-2", "CDCREC"),
                        tuple("ethnicity", "2148-5", "CDCREC"),
                        tuple("ethnicity", "ZZZ", "LOCAL"),
                        tuple("language", "es", "BCP47"));
    }

    @Test
    void unknownIsSaidAndBlankIsNot() {
        RecordOutcome outcome = read(PipeLine.eligibility()
                .set("CDLME029", "UN")
                .set("CDLME032", "3")
                .set("CDLME033", "UNKNOW")
                .set("CDLME073", "und"));
        assertThat(DeliveredLines.rows(outcome, Table.DEMOGRAPHICS))
                .extracting(row -> row.text("attribute"), row -> row.text("missing_reason"), row -> row.text("value"))
                .containsExactly(
                        tuple("race", "UNKNOWN", null),
                        tuple("ethnicity", "UNKNOWN", null),
                        tuple("ethnicity", "UNKNOWN", null),
                        tuple("language", "UNKNOWN", null));
    }

    @Test
    void aPersonWhoseSexIsNeitherFemaleNorMaleKeepsTheMonth() {
        RecordOutcome outcome = read(PipeLine.eligibility().set("CDLME018", "X"));
        assertThat(DeliveredLines.row(outcome, Table.ELIGIBILITY).text("gender"))
                .isEqualTo("unknown");
        assertThat(DeliveredLines.row(outcome, Table.DEMOGRAPHICS).text("value"))
                .isEqualTo("X");
        assertThat(DeliveredLines.rows(read(PipeLine.eligibility().set("CDLME018", "F")), Table.DEMOGRAPHICS))
                .as("gender already says it")
                .isEmpty();
    }

    @Test
    void identityColumnsAreReadAsTheyStand() {
        CanonicalRow row = span(PipeLine.eligibility()
                .set("CDLME019", "19600229")
                .set("CDLME020", "Ortiz")
                .set("CDLME021", "Erwin")
                .set("CDLME025", "ma")
                .set("CDLME026", "018441234")
                .set("CDLME027", "25009")
                .set("CDLME075", "1sa0a00aa00"));
        assertThat(row.date("birth_date")).isEqualTo("1960-02-29");
        assertThat(row.text("mbi")).isEqualTo("1SA0A00AA00");
        assertThat(row.text("address_zip")).isEqualTo("01844");
        assertThat(row.text("address_state")).isEqualTo("MA");
        assertThat(row.text("last_name")).isEqualTo("Ortiz");
    }

    @Test
    void oneMemberMayHaveTwoProductsInAMonth() {
        RecordOutcome.Accepted one =
                (RecordOutcome.Accepted) read(PipeLine.eligibility().set("CDLME004", "12"));
        RecordOutcome.Accepted two =
                (RecordOutcome.Accepted) read(PipeLine.eligibility().set("CDLME004", "16"));
        assertThat(one.key()).isEqualTo("M1|2025|02|12").isNotEqualTo(two.key());
    }

    @Test
    void aProviderIsKnownByThePayersNumber() {
        RecordOutcome outcome = DeliveredLines.read(
                ApcdLayout.of(ApcdFileType.PV, AmountForm.IMPLIED),
                PipeLine.provider()
                        .set("CDLPV007", "9330267284")
                        .set("CDLPV012", "Lake Clinic")
                        .text());
        CanonicalRow row = DeliveredLines.row(outcome, Table.PROVIDER);
        assertThat(row.memberId()).isEqualTo("P1");
        assertThat(row.text("provider_name")).isEqualTo("Lake Clinic");
    }
}
