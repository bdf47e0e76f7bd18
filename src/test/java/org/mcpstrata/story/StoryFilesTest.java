package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Table;

class StoryFilesTest {
    private static final String HEAD = """
            measure: CMS122
            person: { born: 1970-05-01, sex: female, covered: 2024-01-01 to 2025-12-31, line of business: COMMERCIAL }
            stories:
              - story: one
                why: Because the rule says so.
                about: numerator
            """;
    private static final String EXPECT = "    expect: { numerator: no }\n";

    @TempDir
    Path folder;

    @Test
    void aNumberKeepsTheDigitsThatWereWritten() throws IOException {
        StoryRow row = rowsOf("observation: { on: 2025-06-01, code: LOINC 4548-4, value: 9.0, unit: \"%\" }")
                .get(0);

        assertThat(row.table()).isEqualTo(Table.OBSERVATION);
        assertThat(row.values())
                .containsEntry("code_system", "LOINC")
                .containsEntry("code", "4548-4")
                .containsEntry("value_kind", "QUANTITY")
                .containsEntry("value", "9.0")
                .containsEntry("unit", "%")
                .containsEntry("observation_date", "2025-06-01")
                .doesNotContainKey("observation_end_date");
    }

    @Test
    void aLineSaysOtherwiseThanItsClaim() throws IOException {
        List<StoryRow> rows = rowsOf(
                "claim: { from: 2025-03-01, to: 2025-03-04, status: paid, place of service: \"11\","
                        + " diagnosis: [ICD10CM E11.9, ICD10CM I10],"
                        + " lines: [CPT 99213, { service: CPT 3044F, modifier: 8P, status: denied, on: 2025-03-02 }] }");

        assertThat(rows)
                .extracting(StoryRow::table)
                .containsExactly(
                        Table.CLAIM_DIAGNOSIS, Table.CLAIM_DIAGNOSIS, Table.MEDICAL_CLAIM, Table.MEDICAL_CLAIM);
        assertThat(rows.get(1).values()).containsEntry("role", "other").containsEntry("sequence", "2");
        assertThat(rows.get(2).values())
                .containsEntry("hcpcs_code", "99213")
                .containsEntry("claim_type", "professional")
                .containsEntry("line_status", "paid")
                .containsEntry("claim_line_start_date", "2025-03-01")
                .containsEntry("claim_line_end_date", "2025-03-04");
        assertThat(rows.get(3).values())
                .containsEntry("hcpcs_modifier_1", "8P")
                .containsEntry("claim_status", "paid")
                .containsEntry("line_status", "denied")
                .containsEntry("place_of_service_code", "11")
                .containsEntry("claim_line_start_date", "2025-03-02")
                .containsEntry("claim_line_end_date", "2025-03-02");
    }

    @Test
    void aReadingWithoutDiastolicPartIsOneObservation() throws IOException {
        List<StoryRow> rows = rowsOf("blood pressure: { on: 2025-06-01, systolic: 120 }");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).values()).containsEntry("code", "8480-6").containsEntry("value", "120");
    }

    @Test
    void rowsReferToOneAnotherWithinTheirStory() throws IOException {
        Story story = load(HEAD
                        + "    rows:\n"
                        + "      - encounter: { id: visit, on: 2025-06-01, code: CPT 99284, class: EMER }\n"
                        + "      - observation: { on: 2025-06-01, code: LOINC 8480-6, during: visit }\n"
                        + EXPECT)
                .get(0);

        assertThat(story.memberId()).isEqualTo("cms122-01");
        assertThat(values(story, Table.ENCOUNTER)).containsEntry("encounter_id", "cms122-01-visit");
        assertThat(values(story, Table.OBSERVATION)).containsEntry("encounter_id", "cms122-01-visit");
    }

    @Test
    void anyColumnMayBeGivenByItsName() throws IOException {
        StoryRow row = rowsOf("observation: { on: 2025-06-01, code: LOINC 4548-4, category: [laboratory, survey],"
                        + " issued_date: 2025-06-02, more codes: [LOINC 17856-6] }")
                .get(0);

        assertThat(row.values())
                .containsEntry("category", "laboratory survey")
                .containsEntry("issued_date", "2025-06-02")
                .containsEntry("more_codes", "LOINC|17856-6");
    }

    @Test
    void anUnknownWordNamesFileAndStory() {
        assertRefused(
                HEAD + "    rows:\n      - condition: { onset: 2020-01-01, code: ICD10CM E11.9, severity: high }\n"
                        + EXPECT,
                "cms122.yaml story \"one\" condition: unknown word \"severity\"");
    }

    @Test
    void anUnknownKindOfRowIsRefused() {
        assertRefused(
                HEAD + "    rows:\n      - diagnosis: { onset: 2020-01-01 }\n" + EXPECT,
                "unknown kind of row \"diagnosis\"");
    }

    @Test
    void aMisspelledPopulationIsRefused() {
        assertRefused(HEAD + "    expect: { numerater: no }\n", "unknown word \"numerater\"");
    }

    @Test
    void neitherYesNorNoIsRefused() {
        assertRefused(HEAD + "    expect: { numerator: maybe }\n", "\"numerator\" takes yes or no");
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertRefused(
                HEAD + "    rows:\n      - procedure: { on: 2025-02-29, code: CPT 45378 }\n" + EXPECT,
                "\"2025-02-29\" is not a date");
    }

    @Test
    void aStoryWithoutReasonIsRefused() {
        assertRefused(HEAD.replace("    why: Because the rule says so.\n", "") + EXPECT, "the word \"why\" is missing");
    }

    @Test
    void aSituationThatNobodyDescribedIsRefused() {
        assertRefused(HEAD + "    given: [an office visit]\n" + EXPECT, "nothing is called \"an office visit\"");
    }

    @Test
    void aWordWithoutValueIsRefused() {
        assertRefused(
                HEAD + "    rows:\n      - procedure: { on: 2025-02-28, code: }\n" + EXPECT, "\"code\" takes one text");
    }

    @Test
    void aWordGivenTwiceIsRefused() {
        assertThatThrownBy(() -> load(HEAD + EXPECT + EXPECT)).hasMessageContaining("Duplicate");
    }

    private void assertRefused(String text, String message) {
        assertThatThrownBy(() -> load(text)).isInstanceOf(StoryException.class).hasMessageContaining(message);
    }

    private List<StoryRow> rowsOf(String row) throws IOException {
        List<StoryRow> rows =
                load(HEAD + "    rows:\n      - " + row + "\n" + EXPECT).get(0).rows();
        return rows.subList(1, rows.size());
    }

    private static Map<String, String> values(Story story, Table table) {
        return story.rows().stream()
                .filter(row -> row.table() == table)
                .findFirst()
                .orElseThrow()
                .values();
    }

    private List<Story> load(String text) throws IOException {
        return StoryFiles.load(Files.writeString(folder.resolve("cms122.yaml"), text));
    }
}
