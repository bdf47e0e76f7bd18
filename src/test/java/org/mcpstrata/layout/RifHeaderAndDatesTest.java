package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class RifHeaderAndDatesTest {
    private static List<String> usual(String type) {
        return RecordLayout.load("/layouts/rif", type).fields().stream()
                .map(LayoutField::name)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "carrier", "inpatient", "outpatient", "snf", "hha", "hospice", "dme", "pde"})
    void theUsualColumnsOfEveryTypeAreWithoutFault(String type) {
        assertThat(RifLayout.headerFaults(type, usual(type))).isEmpty();
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() {
        RifLine line = RifLine.claim("carrier").set("HCPCS_CD", "99213");
        List<String> names = new ArrayList<>(line.header());
        List<String> values = new ArrayList<>(List.of(line.text().split("\\|", -1)));
        Collections.reverse(names);
        Collections.reverse(values);

        RecordOutcome turned = DeliveredLines.read(RifLayout.of("carrier", names), String.join("|", values));

        assertThat(turned).isEqualTo(line.read("carrier"));
    }

    @Test
    void columnsThatNothingReadsMayBeAbsent() {
        RifLine line = RifLine.claim("carrier")
                .without("DML_IND")
                .without("CLM_GRP_ID")
                .without("BETOS_CD");
        assertThat(RifLayout.headerFaults("carrier", line.header())).isEmpty();
        assertThat(DeliveredLines.row(line.read("carrier"), Table.MEDICAL_CLAIM).text("adjustment_type"))
                .isEqualTo("ORIGINAL");
    }

    @Test
    void aRenamedColumnIsBothUnknownAndMissing() {
        List<String> names = new ArrayList<>(usual("carrier"));
        names.set(names.indexOf("ICD_DGNS_CD5"), "icd_dgns_cd5");
        assertThat(RifLayout.headerFaults("carrier", names))
                .containsExactly(
                        "1 column name(s) are not columns of this file type.", "Column ICD_DGNS_CD5 is missing.");
    }

    @Test
    void aRepeatedColumnIsNotReadTwice() {
        List<String> names = new ArrayList<>(usual("pde"));
        names.add("BENE_ID");
        assertThat(RifLayout.headerFaults("pde", names)).containsExactly("Column BENE_ID is there twice.");
    }

    @Test
    void aFileWithoutItsHeaderIsRefusedWithoutTellingWhatStandsThere() {
        List<String> data = RifLayout.header(
                RifLine.claim("inpatient").set("ADMTG_DGNS_CD", "F1020").text().getBytes(StandardCharsets.UTF_8));
        assertThat(RifLayout.headerFaults("inpatient", data)).hasSize(7).noneMatch(fault -> fault.contains("F1020"));
    }

    @Test
    void aHeaderThatIsNoTextHasNoNames() {
        assertThat(RifLayout.header(new byte[] {'A', '|', (byte) 0xff})).isEmpty();
        assertThatThrownBy(() -> RifLayout.of("mbsf", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFieldMoreOrLessMovesValuesAndIsNotRead() {
        RifLine line = RifLine.claim("dme");
        RifLayout layout = RifLayout.of("dme", line.header());
        RecordOutcome shape = RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, "");
        assertThat(DeliveredLines.read(layout, line.text() + "|")).isEqualTo(shape);
        assertThat(DeliveredLines.read(
                        layout, line.text().substring(0, line.text().length() - 1)))
                .isEqualTo(shape);
        assertThat(DeliveredLines.read(layout, "")).isEqualTo(shape);
        assertThat(DeliveredLines.read(layout, line.text() + "\r")).isEqualTo(line.read("dme"));
    }

    @ParameterizedTest
    @CsvSource({
        "17-MAR-1979, 1979-03-17",
        "30-May-2015, 2015-05-30",
        "29-feb-2024, 2024-02-29",
        "01-sep-2025, 2025-09-01",
        "31-DEC-2025, 2025-12-31"
    })
    void monthsAreEnglishInAnyCaseAndAnyLocale(String text, LocalDate day) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            RifLine line = RifLine.fill().set("SRVC_DT", text);
            assertThat(DeliveredLines.row(line.read("pde"), Table.PHARMACY_CLAIM)
                            .date("dispensing_date"))
                    .isEqualTo(day);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "29-FEB-2025, IMPOSSIBLE_DATE",
        "31-APR-2025, IMPOSSIBLE_DATE",
        "00-APR-2025, IMPOSSIBLE_DATE",
        "05-MRZ-2025, FIELD_TYPE",
        "05-Sept-2025, FIELD_TYPE",
        "5-MAR-2025, FIELD_TYPE",
        "05-03-2025, FIELD_TYPE",
        "2025-03-05, FIELD_TYPE",
        "05/MAR/2025, FIELD_TYPE",
        "05-MAR-25, FIELD_TYPE",
        "20250305, FIELD_TYPE"
    })
    void anotherFormOfDateIsNotGuessed(String text, ProblemCode code) {
        assertThat(RifLine.fill().set("SRVC_DT", text).read("pde"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(code, "SRVC_DT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void blankIsAbsent(String blank) {
        assertThat(RifLine.fill().set("SRVC_DT", blank).read("pde"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_MISSING, "SRVC_DT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,50", "$1", "1.234", "1e2"})
    void anAmountInAnotherFormIsNotRounded(String amount) {
        assertThat(RifLine.claim("carrier").set("LINE_NCH_PMT_AMT", amount).read("carrier"))
                .usingRecursiveComparison()
                .ignoringFields("paidAmount")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_TYPE, "LINE_NCH_PMT_AMT"));
    }
}
