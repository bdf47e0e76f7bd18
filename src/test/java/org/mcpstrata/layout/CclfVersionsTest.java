package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

class CclfVersionsTest {
    static final List<String> FILE_TYPES = CclfLayout.FILE_TYPES;

    /** Record lengths as CCLF0 files and information packets state them (inputs.md 1.1). */
    @ParameterizedTest
    @CsvSource({
        "cclf1, 292, 352, 437",
        "cclf2, 179, 199, 199",
        "cclf3, 94, 114, 114",
        "cclf4, 92, 112, 112",
        "cclf5, 363, 383, 388",
        "cclf6, 227, 247, 247",
        "cclf7, 195, 195, 195",
        "cclf8, 549, 549, 549",
        "cclf9, 55, 55, 55",
        "cclfa, 101, 324, 324",
        "cclfb, 93, 128, 128"
    })
    void recordLengthOfEveryVersionIsThatOfItsPacket(String fileType, int v25, int v33, int v36) {
        CclfLayout layout = CclfLayout.of(fileType);
        for (int length : new int[] {v25, v33, v36}) {
            assertThat(layout.recordLengths()).containsValue(length);
            String line = FixedLine.of(fileType).text().substring(0, length);
            assertThat(DeliveredLines.read(layout, line)).isInstanceOf(RecordOutcome.Accepted.class);
        }
        assertThat(layout.recordLengths().lastEntry().getValue()).isEqualTo(v36);
        assertThat(layout.recordLengths()).doesNotContainValue(v25 - 1);
    }

    @ParameterizedTest
    @FieldSource("FILE_TYPES")
    void fieldsFollowOneAnotherWithoutGapOrOverlap(String fileType) {
        int next = 1;
        for (LayoutField field : RecordLayout.load("/layouts/cclf", fileType).fields()) {
            assertThat(field.start()).as(field.name()).isEqualTo(next);
            next = field.end() + 1;
        }
    }

    @Test
    void fieldsBehindTheEndOfAnOlderRecordAreAbsent() {
        String newest = FixedLine.of("cclf1")
                .set("PRVDR_OSCAR_NUM", "220001")
                .set("CLM_BLG_PRVDR_OSCAR_NUM", "330001")
                .text();
        CclfLayout layout = CclfLayout.of("cclf1");
        assertThat(key(DeliveredLines.read(layout, newest))).isEqualTo("A|330001|2025-03-04|2025-03-04");
        assertThat(key(DeliveredLines.read(layout, newest.substring(0, 292))))
                .isEqualTo("A|220001|2025-03-04|2025-03-04");
    }

    @ParameterizedTest
    @FieldSource("FILE_TYPES")
    void strippedTrailingBlanksAndCarriageReturnsChangeNothing(String fileType) {
        CclfLayout layout = CclfLayout.of(fileType);
        String line = FixedLine.of(fileType).text();
        RecordOutcome whole = DeliveredLines.read(layout, line);
        assertThat(DeliveredLines.read(layout, line.stripTrailing())).isEqualTo(whole);
        assertThat(DeliveredLines.read(layout, line + "   \r")).isEqualTo(whole);
    }

    @Test
    void aVersionWithAppendedFieldsIsNothingButData() {
        CclfLayout next = CclfLayout.load("/layouts/cclf-next", "cclf9", StandardCharsets.ISO_8859_1);
        assertThat(next.recordLengths()).isEqualTo(Map.of(25, 55, 99, 76));
        String line = "M1SA0A00AA002SA0A00AA002018-01-012025-04-18            ";
        CanonicalRow older = DeliveredLines.row(DeliveredLines.read(next, line), Table.MBI_CROSSWALK);
        assertThat(older.text("other_payer_id")).isNull();
        CanonicalRow newer =
                DeliveredLines.row(DeliveredLines.read(next, line + "next-payer 2025-04-19"), Table.MBI_CROSSWALK);
        assertThat(newer.text("other_payer_id")).isEqualTo("next-payer");
        assertThat(newer.date("effective_date")).isEqualTo("2025-04-19");
    }

    private static String key(RecordOutcome outcome) {
        return DeliveredLines.row(outcome, Table.MEDICAL_CLAIM).text("final_action_key");
    }
}
