package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

class CanonicalCsvLayoutTest {
    private static final CanonicalCsvLayout ENCOUNTERS = CanonicalCsvLayout.of(
            Table.ENCOUNTER, List.of("diagnosis_condition_ids", "member_id", "encounter_id", "more_codes"));

    private static RecordOutcome read(String line) {
        return DeliveredLines.read(ENCOUNTERS, line);
    }

    private static CanonicalRow row(String line) {
        List<CanonicalRow> rows = DeliveredLines.rows(read(line), Table.ENCOUNTER);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void columnsAreReadByNameAndListsAtSpaces() {
        CanonicalRow row = row("c1 c-2,m1,e1,CPT|99213 http://example.org/codes|A.1");

        assertThat(row.memberId()).isEqualTo("m1");
        assertThat(row.text("encounter_id")).isEqualTo("e1");
        assertThat(row.list("more_codes")).containsExactly("CPT|99213", "http://example.org/codes|A.1");
        assertThat(row.list("diagnosis_condition_ids")).containsExactly("c1", "c-2");
    }

    @Test
    void coverageOfPharmacyAloneIsNotTheMedicalCoverageOfTheSamePlan() {
        CanonicalCsvLayout coverage = CanonicalCsvLayout.of(
                Table.ELIGIBILITY,
                List.of(
                        "member_id",
                        "birth_date",
                        "gender",
                        "enrollment_start_date",
                        "enrollment_end_date",
                        "payer_type",
                        "plan",
                        "medical_coverage"));
        String row = "m1,1960-05-01,female,2025-01-01,2025-12-31,COMMERCIAL,p,";
        assertThat(key(coverage, row + "false")).isNotEqualTo(key(coverage, row + "true"));
    }

    private static String key(CanonicalCsvLayout layout, String line) {
        return ((RecordOutcome.Accepted) DeliveredLines.read(layout, line)).key();
    }

    @Test
    void anEmptyListHasNoEntry() {
        assertThat(row(",m1,e1,").list("more_codes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CPT|99213;CPT|99214",
                "CPT|99213; CPT|99214",
                "CPT|99213\tCPT|99214",
                "CPT|99213  CPT|99214",
                "CPT|99213|CPT|99214",
                "CPT|99213 99214",
                "CPT|",
                "|99213"
            })
    void aListOfCodesWrittenOtherwiseIsNotOneOddCode(String codes) {
        assertThat(read(",m1,e1," + codes)).isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_TYPE, "more_codes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1;c2", "c1|c2", "c1  c2"})
    void aListOfIdsWrittenOtherwiseIsNotOneOddId(String ids) {
        assertThat(read(ids + ",m1,e1,"))
                .isEqualTo(RecordOutcome.rejected(ProblemCode.FIELD_TYPE, "diagnosis_condition_ids"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1,m\u00f1,e1,", "c1,m1,e1,\u00f1", "c1,m\u00ef\u00bf\u00bd,e1,"})
    void bytesThatAreNoTextNeverBecomeAReplacementCharacter(String latin1) {
        assertThat(read(latin1)).isEqualTo(RecordOutcome.rejected(ProblemCode.ENCODING, ""));
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(CanonicalCsvLayout.split(bytes, 0, bytes.length)).isEmpty();
    }
}
