package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class RifClaimsTest {
    private static final Column PAID = Table.MEDICAL_CLAIM.column("paid_amount");

    private static CanonicalRow line(RifLine line, String type) {
        return DeliveredLines.rows(line.read(type), Table.MEDICAL_CLAIM).stream()
                .filter(row -> row.integer("claim_line_number") > 0)
                .findFirst()
                .orElseThrow();
    }

    private static List<CanonicalRow> diagnoses(RifLine line, String type) {
        return DeliveredLines.rows(line.read(type), Table.CLAIM_DIAGNOSIS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"carrier", "dme"})
    void aSupplierLineIsItsOwnRowAndNoHeader(String type) {
        RifLine line = RifLine.claim(type)
                .set("LINE_NUM", "6")
                .set("LINE_1ST_EXPNS_DT", "04-MAR-2025")
                .set("LINE_LAST_EXPNS_DT", "05-MAR-2025")
                .set("HCPCS_CD", "g0438")
                .set("HCPCS_1ST_MDFR_CD", "95")
                .set("LINE_PLACE_OF_SRVC_CD", "2")
                .set("CLM_PMT_AMT", "999.99")
                .set("LINE_NCH_PMT_AMT", "109.44")
                .set("CARR_CLM_PMT_DNL_CD", "1")
                .set("LINE_PRCSG_IND_CD", "A")
                .set("NCH_WKLY_PROC_DT", "13-Jun-2025");

        CanonicalRow row = DeliveredLines.row(line.read(type), Table.MEDICAL_CLAIM);

        assertThat(row.memberId()).isEqualTo("-1");
        assertThat(row.text("claim_id")).isEqualTo("-100");
        assertThat(row.integer("claim_line_number")).isEqualTo(6);
        assertThat(row.text("claim_type")).isEqualTo(type.equals("dme") ? "dme" : "professional");
        assertThat(row.date("claim_line_start_date")).isEqualTo("2025-03-04");
        assertThat(row.date("claim_line_end_date")).isEqualTo("2025-03-05");
        assertThat(row.text("hcpcs_code")).isEqualTo("G0438");
        assertThat(row.text("hcpcs_modifier_1")).isEqualTo("95");
        assertThat(row.text("place_of_service_code")).isEqualTo("02");
        assertThat(row.decimal(PAID)).isEqualTo(new BigDecimal("109.44"));
        assertThat(row.text("claim_status")).isEqualTo("paid");
        assertThat(row.text("line_status")).isEqualTo("paid");
        assertThat(row.date("load_date")).isEqualTo("2025-06-13");
        assertThat(((RecordOutcome.Accepted) line.read(type)).key()).isEqualTo("-100|6");
        assertThat(line.read(type).paidAmount()).contains(new BigDecimal("109.44"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, A, denied, paid",
        "D, A, denied, paid",
        "1, N, paid, denied",
        "1, '', paid, unknown",
        "'', R, unknown, paid"
    })
    void denialsAreThoseOfMedicaresOtherFiles(String claim, String indicator, String ofClaim, String ofLine) {
        CanonicalRow row = line(
                RifLine.claim("carrier").set("CARR_CLM_PMT_DNL_CD", claim).set("LINE_PRCSG_IND_CD", indicator),
                "carrier");
        assertThat(row.text("claim_status")).isEqualTo(ofClaim);
        assertThat(row.text("line_status")).isEqualTo(ofLine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inpatient", "outpatient", "snf", "hha", "hospice"})
    void anInstitutionalLineTellsItsClaimToo(String type) {
        RifLine line = RifLine.claim(type)
                .set("CLM_LINE_NUM", "25")
                .set("REV_CNTR", "450")
                .set("HCPCS_CD", "99284")
                .set("CLM_FAC_TYPE_CD", "1")
                .set("CLM_SRVC_CLSFCTN_TYPE_CD", "3")
                .set("CLM_FREQ_CD", "1")
                .set("PTNT_DSCHRG_STUS_CD", "1")
                .set("CLM_PMT_AMT", "278.58")
                .set("CLM_TOT_CHRG_AMT", "400.00");

        List<CanonicalRow> rows = DeliveredLines.rows(line.read(type), Table.MEDICAL_CLAIM);

        assertThat(rows).extracting(row -> row.integer("claim_line_number")).containsExactly(0, 25);
        assertThat(rows).allMatch(row -> row.text("claim_type").equals("institutional"));
        assertThat(rows).allMatch(row -> row.text("final_action_key").equals("G|" + type + "|-900"));
        CanonicalRow header = rows.get(0);
        assertThat(header.text("bill_type_code")).isEqualTo("131");
        assertThat(header.text("discharge_disposition_code")).isEqualTo("01");
        assertThat(header.decimal(PAID)).isEqualTo(new BigDecimal("278.58"));
        assertThat(rows.get(1).text("revenue_center_code")).isEqualTo("0450");
        assertThat(rows.get(1).decimal(PAID))
                .as("the claim's payment is no line's")
                .isNull();
        assertThat(line.read(type).paidAmount()).contains(new BigDecimal("278.58"));
    }

    @Test
    void aStayIsFromAdmissionToDischarge() {
        RifLine line =
                RifLine.claim("inpatient").set("CLM_ADMSN_DT", "03-MAR-2025").set("NCH_BENE_DSCHRG_DT", "07-MAR-2025");
        CanonicalRow header =
                DeliveredLines.rows(line.read("inpatient"), Table.MEDICAL_CLAIM).get(0);
        assertThat(header.date("admission_date")).isEqualTo("2025-03-03");
        assertThat(header.date("discharge_date")).isEqualTo("2025-03-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inpatient", "outpatient", "snf", "hha", "hospice"})
    void anyReasonForNotPayingDeniesTheClaim(String type) {
        RifLine blank = RifLine.claim(type).set("CLM_MDCR_NON_PMT_RSN_CD", " ");
        assertThat(line(blank, type).text("claim_status")).isEqualTo("paid");
        RifLine denied = RifLine.claim(type).set("CLM_MDCR_NON_PMT_RSN_CD", "P");
        assertThat(DeliveredLines.rows(denied.read(type), Table.MEDICAL_CLAIM))
                .allMatch(row -> row.text("claim_status").equals("denied"));
    }

    @ParameterizedTest
    @CsvSource({"0, C188, ICD10CM, C18.8", "9, E8881, ICD9CM, E888.1", "'', 25000, ICD10CM, 250.00"})
    void theVersionFlagOfADiagnosisDecidesItsSystem(String flag, String code, String system, String dotted) {
        List<CanonicalRow> rows = diagnoses(
                RifLine.claim("outpatient").set("PRNCPAL_DGNS_CD", code).set("PRNCPAL_DGNS_VRSN_CD", flag),
                "outpatient");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text("code_system")).isEqualTo(system);
        assertThat(rows.get(0).text("code")).isEqualTo(dotted);
    }

    @Test
    void eachRepeatedColumnIsADiagnosisOfTheWholeClaim() {
        RifLine line = RifLine.claim("inpatient")
                .set("PRNCPAL_DGNS_CD", "C188")
                .set("PRNCPAL_DGNS_VRSN_CD", "0")
                .set("ADMTG_DGNS_CD", "R109")
                .set("ADMTG_DGNS_VRSN_CD", "0")
                .set("ICD_DGNS_E_CD12", "W1830XA")
                .set("ICD_DGNS_E_VRSN_CD12", "0");
        IntStream.rangeClosed(1, 25).forEach(n -> line.set("ICD_DGNS_CD" + n, "Z" + (10 + n) + "0")
                .set("ICD_DGNS_VRSN_CD" + n, "0")
                .set("CLM_POA_IND_SW" + n, n == 25 ? "Y" : ""));

        List<CanonicalRow> rows = diagnoses(line, "inpatient");

        assertThat(rows).hasSize(28).allMatch(row -> row.integer("claim_line_number") == 0);
        assertThat(rows)
                .extracting(row -> row.text("role"), row -> row.integer("sequence"), row -> row.text("code"))
                .contains(
                        tuple("principal", 1, "C18.8"),
                        tuple("other", 2, "Z11.0"),
                        tuple("other", 26, "Z35.0"),
                        tuple("admitting", 0, "R10.9"),
                        tuple("external_cause", 12, "W18.30XA"));
        assertThat(rows)
                .filteredOn(row -> row.integer("sequence") == 26)
                .extracting(row -> row.text("poa"))
                .containsExactly("Y");
    }

    @Test
    void theReasonForAVisitIsNotYetADiagnosis() {
        RifLine line = RifLine.claim("outpatient").set("RSN_VISIT_CD3", "R51").set("RSN_VISIT_VRSN_CD3", "0");
        assertThat(diagnoses(line, "outpatient"))
                .extracting(row -> row.text("role"), row -> row.text("code"))
                .containsExactly(tuple("admitting", "R51"));
    }

    @Test
    void aLinesOwnDiagnosisFollowsItsLine() {
        RifLine line = RifLine.claim("carrier")
                .set("LINE_NUM", "3")
                .set("ICD_DGNS_CD12", "I10")
                .set("ICD_DGNS_VRSN_CD12", "0")
                .set("LINE_ICD_DGNS_CD", "E119")
                .set("LINE_ICD_DGNS_VRSN_CD", "0");
        assertThat(diagnoses(line, "carrier"))
                .extracting(row -> row.text("role"), row -> row.integer("claim_line_number"), row -> row.text("code"))
                .containsExactly(tuple("other", 0, "I10"), tuple("line", 3, "E11.9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inpatient", "outpatient", "snf"})
    void proceduresHaveTheirOwnDays(String type) {
        RifLine line = RifLine.claim(type)
                .set("ICD_PRCDR_CD25", "0dbe8zx")
                .set("ICD_PRCDR_VRSN_CD25", "0")
                .set("PRCDR_DT25", "04-Mar-2025")
                .set("ICD_PRCDR_CD1", "4523")
                .set("ICD_PRCDR_VRSN_CD1", "9");
        assertThat(DeliveredLines.rows(line.read(type), Table.CLAIM_PROCEDURE))
                .extracting(row -> row.integer("sequence"), row -> row.text("code_system"), row -> row.text("code"))
                .containsExactly(tuple(1, "ICD9PCS", "4523"), tuple(25, "ICD10PCS", "0DBE8ZX"));
    }

    @ParameterizedTest
    @CsvSource({
        "INSERT, F, ORIGINAL",
        "update, F, ORIGINAL",
        "'', F, ORIGINAL",
        "INSERT, N, CANCELLATION",
        "DELETE, F, CANCELLATION"
    })
    void whatIsNotFinalOrDeletedIsWithdrawn(String action, String finalAction, String adjustment) {
        for (String type : List.of("carrier", "inpatient")) {
            RifLine line = RifLine.claim(type).set("DML_IND", action).set("FINAL_ACTION", finalAction);
            assertThat(line(line, type).text("adjustment_type")).isEqualTo(adjustment);
        }
        RifLine fill = RifLine.fill().set("DML_IND", action).set("FINAL_ACTION", finalAction);
        assertThat(DeliveredLines.row(fill.read("pde"), Table.PHARMACY_CLAIM).text("adjustment_type"))
                .isEqualTo(adjustment);
    }

    @Test
    void aWordThatNobodyDefinedIsNotGuessed() {
        assertThat(RifLine.claim("carrier").set("DML_IND", "MERGE").read("carrier"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_VALUE, "DML_IND"));
        assertThat(RifLine.claim("carrier").set("FINAL_ACTION", "X").read("carrier"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_VALUE, "FINAL_ACTION"));
        assertThat(RifLine.claim("carrier").set("FINAL_ACTION", " ").read("carrier"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_MISSING, "FINAL_ACTION"));
    }

    @Test
    void aClaimWithoutAGroupIsAGroupOfItsOwn() {
        assertThat(line(RifLine.claim("carrier").set("CLM_GRP_ID", ""), "carrier")
                        .text("final_action_key"))
                .isEqualTo("G|carrier|-100");
    }

    @Test
    void aFillIsReadFromItsEvent() {
        RifLine line = RifLine.fill()
                .set("PROD_SRVC_ID", "00557000301")
                .set("DAYS_SUPLY_NUM", "90")
                .set("QTY_DSPNSD_NUM", "90")
                .set("FILL_NUM", "1")
                .set("CVRD_D_PLAN_PD_AMT", "40.00")
                .set("PRSCRBR_ID_QLFYR_CD", "01")
                .set("PRSCRBR_ID", "9999928309");
        CanonicalRow row = DeliveredLines.row(line.read("pde"), Table.PHARMACY_CLAIM);
        assertThat(row.date("dispensing_date")).isEqualTo("2025-03-05");
        assertThat(row.text("ndc_code")).isEqualTo("00557000301");
        assertThat(row.integer("days_supply")).isEqualTo(90);
        assertThat(row.text("prescribing_npi")).isEqualTo("9999928309");
        assertThat(row.text("final_action_key")).isEqualTo("G|pde|-901");
    }

    @ParameterizedTest
    @CsvSource({"D, CANCELLATION", "A, ORIGINAL", "'', ORIGINAL"})
    void aDeletedEventIsWithdrawn(String deletion, String adjustment) {
        RifLine line = RifLine.fill().set("ADJSTMT_DLTN_CD", deletion);
        assertThat(DeliveredLines.row(line.read("pde"), Table.PHARMACY_CLAIM).text("adjustment_type"))
                .isEqualTo(adjustment);
    }
}
