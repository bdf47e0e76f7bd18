package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.problem.ProblemCode;

class AmountFormTest {
    private static AmountEvidence evidence(String charge, String paid) {
        byte[] line = PipeLine.medical()
                .set("CDLMC123", charge)
                .set("CDLMC125", paid)
                .text()
                .getBytes(StandardCharsets.UTF_8);
        return ApcdLayout.of(ApcdFileType.MC, AmountForm.IMPLIED)
                .amountEvidence(line, 0, line.length, DeliveredLines.MEDICARE);
    }

    private static RecordOutcome read(AmountForm form, String paid) {
        return DeliveredLines.read(
                ApcdLayout.of(ApcdFileType.MC, form),
                PipeLine.medical().set("CDLMC125", paid).text());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', NONE",
        "0, '', NONE",
        "0, 0.00, POINT",
        "1250, 0, IMPLIED",
        "-1250, 0, IMPLIED",
        "12.50, 0, POINT",
        "12.50, 1250, MIXED"
    })
    void oneRecordSaysWhichFormItsAmountsHave(String charge, String paid, AmountEvidence expected) {
        assertThat(evidence(charge, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, NONE, NONE",
        "NONE, POINT, POINT",
        "IMPLIED, IMPLIED, IMPLIED",
        "POINT, IMPLIED, MIXED",
        "MIXED, NONE, MIXED",
        "MIXED, POINT, MIXED"
    })
    void partsOfAFileAreMergedInAnyOrder(AmountEvidence one, AmountEvidence two, AmountEvidence both) {
        assertThat(one.merge(two)).isEqualTo(both);
        assertThat(two.merge(one)).isEqualTo(both);
    }

    @Test
    void aMixedFileHasNoForm() {
        assertThat(AmountEvidence.MIXED.form()).isEmpty();
        assertThat(AmountEvidence.NONE.form()).contains(AmountForm.IMPLIED);
    }

    @Test
    void theSameDollarsAreReadFromBothForms() {
        assertThat(read(AmountForm.IMPLIED, "18768").paidAmount()).contains(new BigDecimal("187.68"));
        assertThat(read(AmountForm.IMPLIED, "5").paidAmount()).contains(new BigDecimal("0.05"));
        assertThat(read(AmountForm.POINT, "187.68").paidAmount()).contains(new BigDecimal("187.68"));
        assertThat(read(AmountForm.POINT, "187.5").paidAmount()).contains(new BigDecimal("187.50"));
        assertThat(read(AmountForm.POINT, "0").paidAmount()).contains(new BigDecimal("0.00"));
        assertThat(read(AmountForm.IMPLIED, "").paidAmount()).contains(BigDecimal.ZERO);
        assertThat(read(AmountForm.IMPLIED, "many").paidAmount()).isEmpty();
    }

    @Test
    void anAmountOfTheOtherFormIsNeverGuessedAt() {
        RecordOutcome rejected = RecordOutcome.rejected(ProblemCode.FIELD_TYPE, "CDLMC125");
        assertThat(read(AmountForm.IMPLIED, "187.68")).isEqualTo(rejected);
        assertThat(read(AmountForm.POINT, "18768")).isEqualTo(rejected);
    }
}
