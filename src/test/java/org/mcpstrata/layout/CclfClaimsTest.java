package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

class CclfClaimsTest {
    private static RecordOutcome read(String fileType, FixedLine line) {
        return DeliveredLines.read(CclfLayout.of(fileType), line.text());
    }

    private static CanonicalRow claim(String fileType, FixedLine line) {
        return DeliveredLines.row(read(fileType, line), Table.MEDICAL_CLAIM);
    }

    @ParameterizedTest
    @CsvSource({"0, ORIGINAL", "00, ORIGINAL", "1, CANCELLATION", "2, ADJUSTMENT", "02, ADJUSTMENT"})
    void adjustmentCodesComeInSeveralSpellings(String code, String adjustment) {
        CanonicalRow row = claim("cclf1", FixedLine.of("cclf1").set("CLM_ADJSMT_TYPE_CD", code));
        assertThat(row.text("adjustment_type")).isEqualTo(adjustment);
    }

    @Test
    void aCancellationKeepsTheAmountAsDelivered() {
        RecordOutcome outcome = read(
                "cclf1", FixedLine.of("cclf1").set("CLM_ADJSMT_TYPE_CD", "1").set("CLM_PMT_AMT", " 0000000000260.00"));
        assertThat(outcome.paidAmount()).contains(new BigDecimal("260.00"));
        assertThat(DeliveredLines.row(outcome, Table.MEDICAL_CLAIM).decimal(Table.MEDICAL_CLAIM.column("paid_amount")))
                .isEqualTo(new BigDecimal("260.00"));
    }

    @Test
    void naturalKeysOfTheFourFileFamiliesNeverMeet() {
        FixedLine partB = FixedLine.of("cclf5").set("CLM_CNTL_NUM", "SAME");
        FixedLine dme = FixedLine.of("cclf6").set("CLM_CNTL_NUM", "SAME");
        assertThat(claim("cclf5", partB).text("final_action_key")).isEqualTo("B|SAME");
        assertThat(claim("cclf6", dme).text("final_action_key")).isEqualTo("M|SAME");
        CanonicalRow fill = DeliveredLines.row(
                read("cclf7", FixedLine.of("cclf7").set("CLM_SRVC_PRVDR_GNRC_ID_NUM", "9769977502")),
                Table.PHARMACY_CLAIM);
        assertThat(fill.text("final_action_key")).isEqualTo("D|2025-03-04||9769977502|||");
    }

    @Test
    void aRevenueLineHasTheKeyOfItsHeader() {
        FixedLine header = FixedLine.of("cclf1").set("CLM_BLG_PRVDR_OSCAR_NUM", "220001");
        FixedLine line = FixedLine.of("cclf2").set("CLM_FAC_PRVDR_OSCAR_NUM", "220001");
        assertThat(claim("cclf2", line).text("final_action_key"))
                .isEqualTo(claim("cclf1", header).text("final_action_key"));
        assertThat(claim("cclf1", header).integer("claim_line_number")).isZero();
        assertThat(claim("cclf2", line).integer("claim_line_number")).isEqualTo(1);
    }

    @Test
    void anyNonPaymentReasonDeniesAnInstitutionalClaim() {
        CanonicalRow denied = claim("cclf1", FixedLine.of("cclf1").set("CLM_MDCR_NPMT_RSN_CD", "N"));
        CanonicalRow paid = claim("cclf1", FixedLine.of("cclf1").set("CLM_MDCR_NPMT_RSN_CD", "~ "));
        assertThat(denied.text("claim_status")).isEqualTo("denied");
        assertThat(paid.text("claim_status")).isEqualTo("paid");
    }

    @ParameterizedTest
    @CsvSource({
        "1, A, paid, paid",
        "0, A, denied, paid",
        "D, A, denied, paid",
        "1, N, paid, denied",
        "2, R, paid, paid",
        "'', '', unknown, unknown"
    })
    void aCarrierClaimAndItsLineAreDeniedApart(String claim, String line, String claimStatus, String lineStatus) {
        CanonicalRow row = claim(
                "cclf5", FixedLine.of("cclf5").set("CLM_CARR_PMT_DNL_CD", claim).set("CLM_PRCSG_IND_CD", line));
        assertThat(row.text("claim_status")).isEqualTo(claimStatus);
        assertThat(row.text("line_status")).isEqualTo(lineStatus);
    }

    @Test
    void claimsSourcedProvidersWinOverEnrollmentRecords() {
        CanonicalRow both = claim(
                "cclf5",
                FixedLine.of("cclf5")
                        .set("RNDRG_PRVDR_NPI_NUM", "1111111111")
                        .set("CLM_RNDRG_PRVDR_NPI_NUM", "2222222222"));
        CanonicalRow old = claim("cclf5", FixedLine.of("cclf5").set("RNDRG_PRVDR_NPI_NUM", "1111111111"));
        assertThat(both.text("rendering_npi")).isEqualTo("2222222222");
        assertThat(old.text("rendering_npi")).isEqualTo("1111111111");
    }

    @Test
    void sentinelDatesOfLinesFallBackToTheClaim() {
        CanonicalRow row = claim(
                "cclf2",
                FixedLine.of("cclf2")
                        .set("CLM_LINE_FROM_DT", "1000-01-01")
                        .set("CLM_LINE_THRU_DT", "9999-12-31")
                        .set("CLM_LINE_INSTNL_REV_CTR_DT", "2025-03-03"));
        assertThat(row.date("claim_line_start_date")).isEqualTo("2025-03-03");
        assertThat(row.date("claim_line_end_date")).isEqualTo("2025-03-03");
    }

    @Test
    void typeOfBillNeedsItsThreeDigits() {
        FixedLine line = FixedLine.of("cclf1").set("CLM_BILL_FAC_TYPE_CD", "8").set("CLM_BILL_CLSFCTN_CD", "1");
        assertThat(claim("cclf1", line).text("bill_type_code")).isNull();
        assertThat(claim("cclf1", line.set("CLM_BILL_FREQ_CD", "2")).text("bill_type_code"))
                .isEqualTo("812");
    }

    @Test
    void diagnosesOfACarrierLineKeepTheirRankAndItsNumber() {
        RecordOutcome outcome = read(
                "cclf5",
                FixedLine.of("cclf5")
                        .set("CLM_DGNS_1_CD", "E1129")
                        .set("CLM_DGNS_12_CD", "I10")
                        .set("CLM_LINE_DGNS_CD", "I10")
                        .set("DGNS_PRCDR_ICD_IND", "0"));
        assertThat(DeliveredLines.rows(outcome, Table.CLAIM_DIAGNOSIS))
                .extracting(
                        row -> row.text("role"),
                        row -> row.integer("sequence"),
                        row -> row.text("code"),
                        row -> row.integer("claim_line_number"))
                .containsExactly(
                        tuple("principal", 1, "E11.29", 1), tuple("other", 12, "I10", 1), tuple("line", 0, "I10", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "D, 0, E119, 2025-03-04, other, ICD10CM, E11.9",
        "E, 0, W19XXXA, 2025-03-04, external_cause, ICD10CM, W19.XXXA",
        "1, 9, E8889, 2014-03-04, external_cause, ICD9CM, E888.9",
        "D, 9, 25000, 2014-03-04, other, ICD9CM, 250.00",
        "D, U, 25000, 2015-09-30, other, ICD9CM, 250.00",
        "D, U, E119, 2015-10-01, other, ICD10CM, E11.9",
        "D, 0, I10, 2025-03-04, other, ICD10CM, I10"
    })
    void diagnosisCodesGetTheirDotAndVersion(
            String category, String version, String code, String thru, String role, String system, String dotted) {
        CanonicalRow row = DeliveredLines.row(
                read(
                        "cclf4",
                        FixedLine.of("cclf4")
                                .set("CLM_PROD_TYPE_CD", category)
                                .set("DGNS_PRCDR_ICD_IND", version)
                                .set("CLM_DGNS_CD", code)
                                .set("CLM_THRU_DT", thru)
                                .set("CLM_POA_IND", "Y")),
                Table.CLAIM_DIAGNOSIS);
        assertThat(List.of(row.text("role"), row.text("code_system"), row.text("code"), row.text("poa")))
                .containsExactly(role, system, dotted, "Y");
    }

    @Test
    void aDeletedFillHasNoDrugAndIsACancellation() {
        CanonicalRow row = DeliveredLines.row(
                read("cclf7", FixedLine.of("cclf7").set("CLM_ADJSMT_TYPE_CD", "1")), Table.PHARMACY_CLAIM);
        assertThat(row.text("ndc_code")).isNull();
        assertThat(row.text("adjustment_type")).isEqualTo("CANCELLATION");
    }

    @Test
    void aPrescriberIsNamedOnlyByAnNpi() {
        FixedLine line = FixedLine.of("cclf7").set("CLM_PRSBNG_PRVDR_GNRC_ID_NUM", "AB1234567");
        assertThat(prescriber(line.set("PRVDR_PRSBNG_ID_QLFYR_CD", "12"))).isNull();
        assertThat(prescriber(line.set("PRVDR_PRSBNG_ID_QLFYR_CD", "01"))).isEqualTo("AB1234567");
    }

    private static String prescriber(FixedLine line) {
        return DeliveredLines.row(read("cclf7", line), Table.PHARMACY_CLAIM).text("prescribing_npi");
    }
}
