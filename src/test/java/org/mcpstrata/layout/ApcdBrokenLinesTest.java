package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class ApcdBrokenLinesTest {
    private static PipeLine line(String element) {
        return switch (element.substring(3, 5)) {
            case "ME" -> PipeLine.eligibility();
            case "MC" -> PipeLine.medical();
            case "PC" -> PipeLine.pharmacy();
            default -> PipeLine.provider();
        };
    }

    private static ApcdLayout layout(String element) {
        return ApcdLayout.of(ApcdFileType.valueOf(element.substring(3, 5)), AmountForm.IMPLIED);
    }

    @ParameterizedTest
    @CsvSource({
        "CDLME005, '', FIELD_MISSING",
        "CDLME006, 13, IMPOSSIBLE_DATE",
        "CDLME006, Feb, FIELD_TYPE",
        "CDLME018, Z, FIELD_VALUE",
        "CDLME019, 20250229, IMPOSSIBLE_DATE",
        "CDLME019, 2025-02-01, FIELD_TYPE",
        "CDLME032, 9, FIELD_VALUE",
        "CDLME036, Q, FIELD_VALUE",
        "CDLME061, '', FIELD_MISSING",
        "CDLME075, 1S0AA00AA00, FIELD_VALUE",
        "CDLME899, MC, FIELD_VALUE",
        "CDLMC006, A, FIELD_TYPE",
        "CDLMC006, 99999999999, FIELD_TYPE",
        "CDLMC119, 20250229, IMPOSSIBLE_DATE",
        "CDLMC125, 12345678901234567890, FIELD_TYPE",
        "CDLMC125, 12.34, FIELD_TYPE",
        "CDLMC156, 7, FIELD_VALUE",
        "CDLMC157, 99, FIELD_VALUE",
        "CDLMC158, X, FIELD_VALUE",
        "CDLMC160, Q, FIELD_VALUE",
        "CDLPC023, '', FIELD_MISSING",
        "CDLPC032, many, FIELD_TYPE",
        "CDLPV003, '', FIELD_MISSING"
    })
    void aBadElementIsNamedWithItsReason(String element, String value, ProblemCode code) {
        String text = line(element).set(element, value).text();
        assertThat(DeliveredLines.read(layout(element), text).withPaid(Optional.empty()))
                .isEqualTo(RecordOutcome.rejected(code, element));
    }

    @ParameterizedTest
    @CsvSource({"CDLME005, 80", "CDLMC005, 164", "CDLPC005, 72", "CDLPV003, 29"})
    void aLineWithAnotherNumberOfColumnsIsRejected(String element, int columns) {
        String good = line(element).text();
        RecordOutcome wrong = RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, "");
        assertThat(good.split("\\|", -1)).hasSize(columns);
        assertThat(DeliveredLines.read(layout(element), good)).isInstanceOf(RecordOutcome.Accepted.class);
        assertThat(DeliveredLines.read(layout(element), good.substring(good.indexOf('|') + 1)))
                .isEqualTo(wrong);
        assertThat(DeliveredLines.read(
                        layout(element), line(element).insert("", "").text()))
                .isEqualTo(wrong);
        assertThat(DeliveredLines.read(layout(element), "")).isEqualTo(wrong);
    }

    @Test
    void theThirdVersionOfMedicalClaimsAppendsOneElement() {
        ApcdLayout layout = layout("CDLMC005");
        assertThat(layout.columnCounts()).isEqualTo(Map.of(2, 164, 3, 165));
        assertThat(DeliveredLines.read(layout, PipeLine.medical().insert("MR7").text()))
                .isInstanceOf(RecordOutcome.Accepted.class);
    }

    @Test
    void aColumnTooManyIsNotTakenForANewerVersion() {
        RecordOutcome wrong = RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, "");
        ApcdLayout second = layout("CDLMC005").ofColumns(164);
        String inserted = PipeLine.medical().insert("X").text();
        String appended = PipeLine.medical().text() + "|X";
        assertThat(DeliveredLines.read(second, PipeLine.medical().text())).isInstanceOf(RecordOutcome.Accepted.class);
        assertThat(DeliveredLines.read(second, inserted)).isEqualTo(wrong);
        assertThat(DeliveredLines.read(second, appended)).isEqualTo(wrong);
        assertThat(DeliveredLines.read(layout("CDLMC005"), appended)).isEqualTo(wrong);
        ApcdLayout third = layout("CDLMC005").ofColumns(165);
        assertThat(DeliveredLines.read(third, inserted)).isInstanceOf(RecordOutcome.Accepted.class);
        assertThat(DeliveredLines.read(third, PipeLine.medical().text())).isEqualTo(wrong);
    }

    @Test
    void eachVersionsColumnsAreKnown() {
        assertThat(layout("CDLMC005").columnsOf(2)).isEqualTo(164);
        assertThat(layout("CDLMC005").columnsOf(3)).isEqualTo(165);
        assertThat(layout("CDLME005").columnsOf(3)).isEqualTo(80);
    }

    @Test
    void extraColumnsAreTakenOnlyWhereTheProfileNamesThem() {
        String text = PipeLine.eligibility().insert("1", "MCO5").text();
        ApcdVariant named = new ApcdVariant("apcd", List.of("OREC", "MCO"));
        ApcdLayout texas = ApcdLayout.of(ApcdFileType.ME, AmountForm.IMPLIED, named);
        assertThat(DeliveredLines.read(texas, text)).isInstanceOf(RecordOutcome.Accepted.class);
        assertThat(DeliveredLines.read(texas, PipeLine.eligibility().text()))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, ""));
        assertThat(DeliveredLines.read(layout("CDLME005"), text))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, ""));
    }

    @Test
    void aPayersOwnLayoutIsNothingButData() {
        ApcdLayout own = ApcdLayout.of(ApcdFileType.PV, AmountForm.IMPLIED, new ApcdVariant("apcd-variant", List.of()));
        RecordOutcome outcome = DeliveredLines.read(own, "9330267284|P1|Clinic of the Lake|PV");
        assertThat(DeliveredLines.row(outcome, Table.PROVIDER).text("provider_name"))
                .isEqualTo("Clinic of the Lake");
        assertThat(DeliveredLines.row(outcome, Table.PROVIDER).text("npi")).isEqualTo("9330267284");
    }

    @Test
    void bytesThatAreNoUtf8AreRejected() {
        byte[] latin = PipeLine.eligibility().set("CDLME020", "Peña").text().getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf8 = PipeLine.eligibility().set("CDLME020", "Peña").text().getBytes(StandardCharsets.UTF_8);
        ApcdLayout layout = layout("CDLME020");
        assertThat(DeliveredLines.read(layout, latin, DeliveredLines.MEDICARE))
                .isEqualTo(RecordOutcome.rejected(
                        ProblemCode.ENCODING,
                        "byte " + (new String(latin, StandardCharsets.ISO_8859_1).indexOf('ñ') + 1)));
        RecordOutcome outcome = DeliveredLines.read(layout, utf8, DeliveredLines.MEDICARE);
        assertThat(DeliveredLines.row(outcome, Table.ELIGIBILITY).text("last_name"))
                .isEqualTo("Peña");
    }

    @Test
    void carriageReturnsAreNoPartOfTheRecord() {
        assertThat(DeliveredLines.read(layout("CDLMC005"), PipeLine.medical().text() + "\r"))
                .isEqualTo(DeliveredLines.read(
                        layout("CDLMC005"), PipeLine.medical().text()));
    }
}
