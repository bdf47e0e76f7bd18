package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class CclfBrokenLinesTest {
    @ParameterizedTest
    @CsvSource({
        "cclf1, CLM_FROM_DT, 2025-02-29, IMPOSSIBLE_DATE",
        "cclf1, CLM_FROM_DT, 2025-13-01, IMPOSSIBLE_DATE",
        "cclf1, CLM_THRU_DT, 2025/01/01, FIELD_TYPE",
        "cclf1, CLM_THRU_DT, 20250101, FIELD_TYPE",
        "cclf1, CLM_ADJSMT_TYPE_CD, 3, FIELD_VALUE",
        "cclf1, CLM_ADJSMT_TYPE_CD, '', FIELD_MISSING",
        "cclf1, BENE_MBI_ID, '', FIELD_MISSING",
        "cclf1, BENE_MBI_ID, 0SA0A00AA00, FIELD_VALUE",
        "cclf1, BENE_MBI_ID, 203031401M, FIELD_VALUE",
        "cclf1, CLM_EFCTV_DT, ~, FIELD_MISSING",
        "cclf1, CLM_PMT_AMT, 12345678901234567, FIELD_TYPE",
        "cclf1, CLM_PMT_AMT, 0000000000001.005, FIELD_TYPE",
        "cclf1, CLM_PMT_AMT, 12A, FIELD_TYPE",
        "cclf1, CLM_PMT_AMT, -, FIELD_TYPE",
        "cclf2, CLM_LINE_NUM, 00000000A1, FIELD_TYPE",
        "cclf4, CLM_PROD_TYPE_CD, Z, FIELD_VALUE",
        "cclf5, CLM_LINE_CVRD_PD_AMT, 1.2.3, FIELD_TYPE",
        "cclf5, CLM_CNTL_NUM, ~~~~, FIELD_MISSING",
        "cclf7, CLM_LINE_FROM_DT, 9999-12-31, FIELD_MISSING",
        "cclf7, CLM_LINE_DAYS_SUPLY_QTY, 3O, FIELD_TYPE",
        "cclf8, BENE_SEX_CD, 7, FIELD_VALUE",
        "cclf8, BENE_DEATH_DT, 2024-02-30, IMPOSSIBLE_DATE",
        "cclf9, PRVS_NUM, 1XX, FIELD_VALUE"
    })
    void aBadFieldIsNamedWithItsReason(String fileType, String field, String value, ProblemCode code) {
        String line = FixedLine.of(fileType).set(field, value).text();
        RecordOutcome outcome = DeliveredLines.read(CclfLayout.of(fileType), line);
        assertThat(outcome.withPaid(Optional.empty())).isEqualTo(RecordOutcome.rejected(code, field));
    }

    @Test
    void aLineThatEndsInsideAnAmountOrDateWasCut() {
        CclfLayout layout = CclfLayout.of("cclf2");
        String line = FixedLine.of("cclf2")
                .set("CLM_LINE_CVRD_PD_AMT", " 0000000000331.08")
                .text();
        LayoutField amount = RecordLayout.load("/layouts/cclf", "cclf2").field("CLM_LINE_CVRD_PD_AMT");
        assertShape(layout, line.substring(0, amount.end() - 1));
        assertShape(layout, line.substring(0, amount.start() + 4));
        assertThat(DeliveredLines.read(layout, line.substring(0, amount.end())))
                .isInstanceOf(RecordOutcome.Accepted.class);
    }

    @Test
    void linesShorterThanTheirDatesOrLongerThanTheNewestVersionAreRejected() {
        CclfLayout layout = CclfLayout.of("cclf5");
        String line = FixedLine.of("cclf5").text();
        assertShape(layout, line.substring(0, 60));
        assertShape(layout, "");
        assertShape(layout, " ".repeat(388));
        assertShape(layout, line.substring(0, 388) + "x");
    }

    @Test
    void aRejectedRecordStillCountsTowardsTheControlTotal() {
        String line = FixedLine.of("cclf1")
                .set("CLM_PMT_AMT", "-0000000000475.39")
                .set("CLM_THRU_DT", "2025-02-29")
                .text();
        assertThat(DeliveredLines.read(CclfLayout.of("cclf1"), line))
                .isEqualTo(new RecordOutcome.Rejected(
                        ProblemCode.IMPOSSIBLE_DATE, "CLM_THRU_DT", Optional.of(new BigDecimal("-475.39"))));
    }

    @Test
    void bytesAreReadInTheEncodingThatTheManifestStates() {
        String line = FixedLine.of("cclf8").set("BENE_LAST_NAME", "Peña").text();
        byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
        byte[] latin = line.getBytes(StandardCharsets.ISO_8859_1);
        CclfLayout asUtf8 = CclfLayout.of("cclf8", StandardCharsets.UTF_8);
        CclfLayout asLatin = CclfLayout.of("cclf8");
        for (RecordOutcome outcome : new RecordOutcome[] {
            DeliveredLines.read(asUtf8, utf8, DeliveredLines.MEDICARE),
            DeliveredLines.read(asLatin, latin, DeliveredLines.MEDICARE)
        }) {
            assertThat(DeliveredLines.row(outcome, Table.PATIENT).text("last_name"))
                    .isEqualTo("Peña");
        }
        assertThat(DeliveredLines.read(asUtf8, latin, DeliveredLines.MEDICARE))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.ENCODING, "byte " + (line.indexOf('ñ') + 1)));
        byte[] beyond = line.replace('ñ', '\u0142').getBytes(StandardCharsets.UTF_8);
        assertThat(DeliveredLines.read(asUtf8, beyond, DeliveredLines.MEDICARE))
                .as("a letter that has no place in one byte")
                .isEqualTo(RecordOutcome.rejected(ProblemCode.ENCODING, "byte " + (line.indexOf('ñ') + 1)));
    }

    @Test
    void controlCharactersNeverReachAValue() {
        String line = FixedLine.of("cclf8").set("BENE_LAST_NAME", "A\u0000B").text();
        assertThat(DeliveredLines.read(CclfLayout.of("cclf8"), line))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.ENCODING, "byte " + (line.indexOf('\0') + 1)));
    }

    private static void assertShape(CclfLayout layout, String line) {
        assertThat(DeliveredLines.read(layout, line)).isEqualTo(RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, ""));
    }
}
