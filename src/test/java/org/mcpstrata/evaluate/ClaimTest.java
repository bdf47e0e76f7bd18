package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.valueset.CodeSystem;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSets;

/** One claim as its lines, and the header that some payers send as a record of its own, tell it. */
class ClaimTest {
    private static final ValueSets SETS = new ValueSets(List.of(
            ValueSet.of("Laboratory", "Laboratory", List.of(new Coding(CodeSystem.POS, "81"))),
            ValueSet.of("Hospital", "Hospital", List.of(new Coding(CodeSystem.UBTOB, "131")))));
    private static final int[] LABORATORY = SETS.valueSetsOf(CodeSystem.POS, "81");
    private static final int[] HOSPITAL = SETS.valueSetsOf(CodeSystem.UBTOB, "131");

    private final TestRows rows = new TestRows();
    private final Claim claim = new Claim("c");

    private ClaimTest line(int number, Object... more) {
        List<Object> columns =
                new ArrayList<>(List.of("claim_id", "c", "claim_line_number", number, "record_version", 0));
        columns.addAll(List.of("adjustment_type", "ORIGINAL"));
        List<Object> words = List.of(more);
        columns.addAll(words);
        for (Object[] usual :
                new Object[][] {{"claim_type", "professional"}, {"claim_status", "paid"}, {"line_status", "paid"}}) {
            if (!words.contains(usual[0])) {
                columns.addAll(List.of(usual));
            }
        }
        CanonicalRow row = rows.row(Table.MEDICAL_CLAIM, TestRows.PLAN, "m", columns.toArray());
        claim.addLine(row);
        return this;
    }

    private Claim looked() {
        claim.look(new RowCodes(SETS));
        return claim;
    }

    @ParameterizedTest
    @CsvSource({
        "21, IMP",
        "51, IMP",
        "61, IMP",
        "23, EMER",
        "31, NONAC",
        "32, NONAC",
        "12, HH",
        "02, VR",
        "10, VR",
        "11, AMB"
    })
    void thePlaceOfAProfessionalLineSaysWhereItWas(String place, String setting) {
        line(1, "place_of_service_code", place);
        assertThat(claim.setting(claim.lines().get(0))).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"111, IMP", "121, IMP", "411, IMP", "181, NONAC", "211, NONAC", "221, NONAC", "131, AMB", "1, AMB"})
    void theTypeOfBillSaysWhereAnInstitutionalClaimWas(String bill, String setting) {
        line(1, "claim_type", "institutional", "bill_type_code", bill, "place_of_service_code", "23");
        assertThat(claim.setting(claim.lines().get(0))).isEqualTo(setting);
    }

    @Test
    void twoCharactersOfATypeOfBillAreEnough() {
        line(1, "claim_type", "institutional", "bill_type_code", "11");
        assertThat(claim.setting(claim.lines().get(0))).isEqualTo("IMP");
    }

    @ParameterizedTest
    @CsvSource({"0450, EMER", "0456, EMER", "0981, EMER", "0120, AMB", "0980, AMB"})
    void anEmergencyRoomOnAnyLineOfAHospitalBillMakesItOne(String revenue, String setting) {
        line(1, "claim_type", "institutional", "bill_type_code", "131", "revenue_center_code", "0300");
        line(2, "claim_type", "institutional", "bill_type_code", "131", "revenue_center_code", revenue);
        assertThat(claim.setting(claim.lines().get(0))).isEqualTo(setting);
    }

    @Test
    void aBillWithoutATypeIsAmbulatory() {
        line(1, "claim_type", "institutional");
        assertThat(claim.setting(claim.lines().get(0))).isEqualTo("AMB");
    }

    @Test
    void theHeaderSpeaksForTheClaimWhereverItStands() {
        line(2, "claim_type", "professional")
                .line(0, "claim_type", "institutional")
                .line(1);

        assertThat(claim.type()).isEqualTo("institutional");
        assertThat(claim.isService(claim.lines().get(1))).isFalse();
        assertThat(claim.isService(claim.lines().get(2))).isTrue();
    }

    @Test
    void withoutAHeaderTheFirstLineSpeaksForTheClaim() {
        line(3, "claim_type", "professional").line(2, "claim_type", "dme").line(2, "claim_type", "institutional");

        assertThat(claim.type()).isEqualTo("dme");
    }

    @Test
    void aHeaderAloneIsTheService() {
        line(0);
        assertThat(claim.isService(claim.lines().get(0))).isTrue();
    }

    @Test
    void aDeniedHeaderDeniesEveryLine() {
        line(0, "claim_status", "denied").line(1).line(2);

        assertThat(looked().isDenied()).isTrue();
        assertThat(claim.isDenied(1)).isTrue();
    }

    @Test
    void aDeniedLineDeniesNoOther() {
        line(1, "line_status", "denied").line(2);

        assertThat(looked().isDenied()).isFalse();
        assertThat(claim.isDenied(1)).isTrue();
        assertThat(claim.isDenied(2)).isFalse();
        assertThat(claim.isDenied(0)).as("what is said of the whole claim").isFalse();
    }

    @Test
    void whatIsSaidOfTheWholeClaimIsDeniedWithAllItsLines() {
        line(0).line(1, "line_status", "denied").line(2, "line_status", "denied");

        assertThat(looked().isDenied(0)).isTrue();
        assertThat(claim.isDenied(7)).as("a line that was not delivered").isTrue();
    }

    @Test
    void aLineIsFoundByItsNumberAndTheHeaderIsNone() {
        line(0).line(1).line(2);

        assertThat(claim.line(2)).isSameAs(claim.lines().get(2));
        assertThat(claim.line(0)).isNull();
        assertThat(claim.line(3)).isNull();
    }

    @Test
    void aClaimOfALaboratoryAloneIsOneAndAClaimWithAnOfficeLineIsNot() {
        line(1, "place_of_service_code", "81").line(2, "place_of_service_code", "81");
        assertThat(looked().isOnlyOf(LABORATORY)).isTrue();
        assertThat(claim.isOnlyOf(new int[0])).isFalse();

        line(3, "place_of_service_code", "11");
        assertThat(looked().isOnlyOf(LABORATORY)).isFalse();
    }

    @Test
    void headersAndDeniedLinesDoNotSayWhereAClaimWas() {
        line(0).line(1, "place_of_service_code", "81").line(2, "place_of_service_code", "11", "line_status", "denied");

        assertThat(looked().isOnlyOf(LABORATORY)).isTrue();
    }

    @Test
    void theLinesOfADeniedClaimSayWhereItWas() {
        line(1, "place_of_service_code", "81", "line_status", "denied")
                .line(2, "place_of_service_code", "11", "line_status", "denied");

        assertThat(looked().isOnlyOf(LABORATORY)).isFalse();
    }

    @Test
    void theTypeOfBillOfTheHeaderIsThatOfEveryLine() {
        line(0, "bill_type_code", "131").line(1);

        assertThat(looked().codesOf(1).inAny(HOSPITAL)).isTrue();
    }

    @Test
    void aStayGoesFromAdmissionToDischargeElseToTheEndOfTheBill() {
        line(
                1,
                "claim_start_date",
                "2025-06-01",
                "claim_end_date",
                "2025-06-09",
                "admission_date",
                "2025-06-03",
                "discharge_date",
                "2025-06-07");
        assertThat(claim.stay()).isEqualTo(Span.of(day("2025-06-03"), day("2025-06-07")));

        Claim still = new ClaimTest()
                .line(
                        1,
                        "claim_start_date",
                        "2025-06-01",
                        "claim_end_date",
                        "2025-06-09",
                        "admission_date",
                        "2025-06-03")
                .claim;
        assertThat(still.stay()).isEqualTo(Span.of(day("2025-06-03"), day("2025-06-09")));

        Claim without = new ClaimTest().line(1, "claim_start_date", "2025-06-01", "claim_end_date", "2025-06-09").claim;
        assertThat(without.stay()).isEqualTo(Span.of(day("2025-06-01"), day("2025-06-09")));
    }

    @Test
    void anAmountOfTheHeaderIsTakenFromAHeaderBesideLinesOnly() {
        line(0, "allowed_amount", "50").line(1);
        assertThat(claim.headerAmount(row -> row.decimal(Table.MEDICAL_CLAIM.column("allowed_amount"))))
                .isEqualByComparingTo("50");

        Claim alone = new ClaimTest().line(0, "allowed_amount", "50").claim;
        assertThat(alone.headerAmount(row -> row.decimal(Table.MEDICAL_CLAIM.column("allowed_amount"))))
                .isNull();
        Claim headless = new ClaimTest().line(1, "allowed_amount", "50").line(2).claim;
        assertThat(headless.headerAmount(row -> row.decimal(Table.MEDICAL_CLAIM.column("allowed_amount"))))
                .isNull();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
