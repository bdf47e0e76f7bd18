package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

class ApcdClaimsTest {
    private static RecordOutcome read(PipeLine line) {
        return DeliveredLines.read(ApcdLayout.of(ApcdFileType.MC, AmountForm.IMPLIED), line.text());
    }

    private static CanonicalRow claim(PipeLine line) {
        return DeliveredLines.row(read(line), Table.MEDICAL_CLAIM);
    }

    private static CanonicalRow fill(PipeLine line) {
        return DeliveredLines.row(
                DeliveredLines.read(ApcdLayout.of(ApcdFileType.PC, AmountForm.IMPLIED), line.text()),
                Table.PHARMACY_CLAIM);
    }

    @ParameterizedTest
    @CsvSource({
        "O, 01, ORIGINAL, paid",
        "'', 01, ORIGINAL, paid",
        "R, 02, ADJUSTMENT, paid",
        "A, 1, ADJUSTMENT, paid",
        "V, 22, CANCELLATION, unknown",
        "B, 01, CANCELLATION, paid",
        "O, 22, CANCELLATION, unknown",
        "O, 04, ORIGINAL, denied",
        "O, '', ORIGINAL, unknown"
    })
    void lineTypeAndClaimStatusSayWhatTheVersionDoes(
            String lineType, String status, String adjustment, String claimStatus) {
        CanonicalRow row = claim(PipeLine.medical().set("CDLMC160", lineType).set("CDLMC157", status));
        assertThat(row.text("adjustment_type")).isEqualTo(adjustment);
        assertThat(row.text("claim_status")).isEqualTo(claimStatus);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 01, denied",
        "Y, 01, denied",
        "2, 04, paid",
        "N, 01, paid",
        "0, 01, paid",
        "3, 04, denied",
        "U, 01, paid",
        "'', '', unknown"
    })
    void aLineIsDeniedByItsOwnFlagAndElseWithItsClaim(String flag, String status, String lineStatus) {
        CanonicalRow row = claim(PipeLine.medical().set("CDLMC158", flag).set("CDLMC157", status));
        assertThat(row.text("line_status")).isEqualTo(lineStatus);
    }

    @Test
    void aVoidRowCarriesANegativeAmountAndNamesTheClaimItWithdraws() {
        RecordOutcome outcome = read(PipeLine.medical()
                .set("CDLMC005", "C2")
                .set("CDLMC008", "C1")
                .set("CDLMC160", "V")
                .set("CDLMC125", "-9382"));
        assertThat(outcome.paidAmount()).contains(new BigDecimal("-93.82"));
        CanonicalRow row = DeliveredLines.row(outcome, Table.MEDICAL_CLAIM);
        assertThat(row.text("replaces_claim_id")).isEqualTo("C1");
        assertThat(row.text("final_action_key")).isNull();
    }

    @Test
    void aClaimThatNamesItselfReplacesNoOtherClaim() {
        assertThat(claim(PipeLine.medical().set("CDLMC008", "C1")).text("replaces_claim_id"))
                .isNull();
    }

    @Test
    void diagnosesComeWithEveryLineSoThatLineOneMayBeMissing() {
        RecordOutcome outcome = read(PipeLine.medical()
                .set("CDLMC006", "2")
                .set("CDLMC007", "1")
                .set("CDLMC034", "R079")
                .set("CDLMC035", "W19XXXA")
                .set("CDLMC036", "0")
                .set("CDLMC037", "E119")
                .set("CDLMC038", "I10")
                .set("CDLMC061", "Z7984")
                .set("CDLMC062", "Y")
                .set("CDLMC086", "N"));
        assertThat(DeliveredLines.rows(outcome, Table.CLAIM_DIAGNOSIS))
                .extracting(
                        row -> row.integer("claim_line_number"),
                        row -> row.integer("record_version"),
                        row -> row.text("role"),
                        row -> row.integer("sequence"),
                        row -> row.text("code"),
                        row -> row.text("poa"))
                .containsExactly(
                        tuple(2, 1, "principal", 1, "E11.9", "Y"),
                        tuple(2, 1, "other", 2, "I10", null),
                        tuple(2, 1, "other", 25, "Z79.84", "N"),
                        tuple(2, 1, "admitting", 0, "R07.9", null),
                        tuple(2, 1, "external_cause", 0, "W19.XXXA", null));
    }

    @Test
    void allTwentySixProceduresAreRead() {
        RecordOutcome outcome = read(PipeLine.medical()
                .set("CDLMC036", "0")
                .set("CDLMC093", "0dtn0zz")
                .set("CDLMC118", "0DB68ZX"));
        assertThat(DeliveredLines.rows(outcome, Table.CLAIM_PROCEDURE))
                .extracting(row -> row.integer("sequence"), row -> row.text("code_system"), row -> row.text("code"))
                .containsExactly(tuple(1, "ICD10PCS", "0DTN0ZZ"), tuple(26, "ICD10PCS", "0DB68ZX"));
    }

    @Test
    void codesThatSendersShortenAreMadeWhole() {
        CanonicalRow row = claim(PipeLine.medical()
                .set("CDLMC156", "")
                .set("CDLMC031", "1")
                .set("CDLMC032", "0131")
                .set("CDLMC087", "450")
                .set("CDLMC088", "g0439")
                .set("CDLMC025", "20250303")
                .set("CDLMC029", "20250305"));
        assertThat(row.text("claim_type")).isEqualTo("institutional");
        assertThat(row.text("discharge_disposition_code")).isEqualTo("01");
        assertThat(row.text("bill_type_code")).isEqualTo("131");
        assertThat(row.text("revenue_center_code")).isEqualTo("0450");
        assertThat(row.text("hcpcs_code")).isEqualTo("G0439");
        assertThat(row.date("claim_start_date")).isEqualTo("2025-03-03");
        assertThat(row.date("claim_end_date")).isEqualTo("2025-03-05");
        assertThat(row.date("claim_line_end_date")).isEqualTo("2025-03-04");
    }

    @Test
    void linesVersionsAndLineTypesMakeDifferentKeys() {
        RecordOutcome.Accepted original = (RecordOutcome.Accepted)
                read(PipeLine.medical().set("CDLMC007", "0").set("CDLMC160", "O"));
        RecordOutcome.Accepted voided = (RecordOutcome.Accepted)
                read(PipeLine.medical().set("CDLMC007", "0").set("CDLMC160", "V"));
        assertThat(original.key()).isEqualTo("C1|0|1|O");
        assertThat(voided.key()).isEqualTo("C1|0|1|V");
    }

    @Test
    void aFillIsReadWithItsDrugSupplyAndPrice() {
        CanonicalRow row = fill(PipeLine.pharmacy()
                .set("CDLPC025", "99418071229")
                .set("CDLPC026", "02")
                .set("CDLPC032", "12.5")
                .set("CDLPC033", "30")
                .set("CDLPC037", "206")
                .set("CDLPC065", "2")
                .set("CDLPC066", "V"));
        assertThat(row.text("ndc_code")).isEqualTo("99418071229");
        assertThat(row.integer("refills")).isEqualTo(2);
        assertThat(row.integer("days_supply")).isEqualTo(30);
        assertThat(row.decimal(Table.PHARMACY_CLAIM.column("quantity"))).isEqualByComparingTo("12.5");
        assertThat(row.decimal(Table.PHARMACY_CLAIM.column("paid_amount"))).isEqualTo(new BigDecimal("2.06"));
        assertThat(row.text("claim_status")).isEqualTo("denied");
        assertThat(row.text("adjustment_type")).isEqualTo("CANCELLATION");
    }
}
