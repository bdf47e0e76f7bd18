package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

class ValueSetLoaderTest {
    private static final String CSV_HEADER = "value_set_oid,value_set_name,code_system,code,display\n";

    @TempDir
    private Path shipped;

    @TempDir
    private Path full;

    private final Problems problems = new Problems();

    @BeforeEach
    void shipOneSet() throws IOException {
        Files.writeString(shipped.resolve("visits.yaml"), """
                value set: Visits
                oid: 1.2.3
                source: test
                members:
                  - CPT: [99202-99205, 0464U]
                  - UBREV: [0650-0652]
                  - CPT: [98008]
                    from: 2026
                  - ICD10CM with descendants: [E10]
                not members:
                  - ICD10CM: [E10.A2]
                    to: 2025
                """);
    }

    private ValueSet load(int year) {
        return ValueSetLoader.load(shipped, year, Optional.empty(), problems).get("1.2.3");
    }

    private SortedMap<String, ValueSet> loadOver(int year) {
        return ValueSetLoader.load(shipped, year, Optional.of(full), problems);
    }

    @Test
    void aRangeIsEveryCodeOfItAndKeepsItsZeros() {
        ValueSet set = load(2025);
        assertThat(problems.list()).isEmpty();
        assertThat(set.members())
                .extracting(Coding::code)
                .containsExactly("0464U", "99202", "99203", "99204", "99205", "0650", "0651", "0652");
    }

    @Test
    void aMemberBelongsToItsYearsOnly() {
        assertThat(load(2026).members()).contains(Coding.of(CodeSystem.CPT, "98008"));
        assertThat(load(2025).members()).doesNotContain(Coding.of(CodeSystem.CPT, "98008"));
        assertThat(load(2025).notMembers()).isNotEmpty();
        assertThat(load(2026).notMembers()).isEmpty();
    }

    @Test
    void aFullExpansionReplacesTheShippedSetButKeepsItsYears() throws IOException {
        Files.writeString(
                full.resolve("visits.csv"),
                CSV_HEADER + "1.2.3,Visits,CPT,99215,\n1.2.3,Visits,CPT,98008,\n1.2.3,Visits,ICD10CM,E10A2,\"a, b\"\n");
        assertThat(loadOver(2025).get("1.2.3").members())
                .extracting(Coding::code)
                .containsExactly("99215");
        assertThat(loadOver(2026).get("1.2.3").members())
                .extracting(Coding::code)
                .containsExactly("E10.A2", "98008", "99215");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aMemberThatHasLeftSinceStaysInALaterExpansionUsedForItsYears() throws IOException {
        Files.writeString(shipped.resolve("calls.yaml"), """
                value set: Calls
                oid: 4.4
                source: test
                members:
                  - CPT: [99421]
                  - CPT: [99441]
                    to: 2024
                """);
        Files.writeString(full.resolve("calls.csv"), CSV_HEADER + "4.4,Calls,CPT,99422,\n");
        assertThat(loadOver(2024).get("4.4").members()).extracting(Coding::code).containsExactly("99422", "99441");
        assertThat(loadOver(2025).get("4.4").members()).extracting(Coding::code).containsExactly("99422");
    }

    @Test
    void anExpansionCutOffWhileItWasFetchedIsRefused() throws IOException {
        Files.writeString(full.resolve("cut.json"), json(1000));
        loadOver(2025);
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_SET_TRUNCATED);
            assertThat(problem.detail()).contains("1 of a total of 1000");
        });
    }

    @Test
    void aCompleteFhirExpansionIsTaken() throws IOException {
        Files.writeString(full.resolve("complete.json"), json(1));
        assertThat(loadOver(2025).get("9.9").members()).containsExactly(Coding.of(CodeSystem.SNOMED, "44054006"));
        assertThat(problems.list()).isEmpty();
    }

    private static String json(int total) {
        return """
                {"resourceType": "ValueSet", "url": "http://example.org/ValueSet/9.9", "name": "Nine",
                 "expansion": {"total": %d, "contains": [{"system": "http://snomed.info/sct", "code": "44054006"}]}}
                """.formatted(total);
    }

    @Test
    void aFileOfTheWrongColumnsIsRefused() throws IOException {
        Files.writeString(full.resolve("wrong.csv"), "oid,code\n1.2.3,99215\n");
        loadOver(2025);
        assertThat(problems.list())
                .extracting(Problem::detail)
                .singleElement()
                .asString()
                .contains("header");
    }

    @Test
    void oneSetInTwoFilesIsRefused() throws IOException {
        Files.writeString(full.resolve("a.csv"), CSV_HEADER + "5.5,A,CPT,99215,\n");
        Files.writeString(full.resolve("b.csv"), CSV_HEADER + "5.5,A,CPT,99214,\n");
        loadOver(2025);
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void everyMistakeOfAShippedSetIsReportedAtItsLine() throws IOException {
        Files.writeString(shipped.resolve("bad.yaml"), """
                value set: Bad
                oid: 7.7
                source: test
                remarks: typo
                members:
                  - SNOMAD: [1]
                  - CPT: [99205-99202]
                    from: 2026
                    to: 2025
                """);
        ValueSetLoader.load(shipped, 2025, Optional.empty(), problems);
        assertThat(problems.list())
                .extracting(problem -> problem.place().line())
                .containsExactly(4L, 6L, 7L, 7L);
        assertThat(problems.list().get(0).detail()).contains("Did you mean 'remark'?");
    }

    @Test
    void anEndingInCapitalsIsTheSameEnding() throws IOException {
        Files.writeString(full.resolve("DIABETES.CSV"), CSV_HEADER + "5.5,A,CPT,99215,\n");
        Files.writeString(full.resolve("NINE.Json"), json(1));

        assertThat(loadOver(2025)).containsKeys("5.5", "9.9");
        assertThat(problems.list()).isEmpty();
    }

    /** Else the starter sets would count in silence where somebody gave others. */
    @Test
    void aFolderWithoutAnExpansionIsRefused() throws IOException {
        Files.writeString(full.resolve("diabetes.xlsx"), "a workbook");
        Files.writeString(full.resolve("MANIFEST.csv"), "file,value_set_oid\n");
        Files.writeString(full.resolve("empty.csv"), CSV_HEADER);

        loadOver(2025);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.BAD_OPTION);
            assertThat(problem.place().source()).isEqualTo("--value-sets");
            assertThat(problem.detail()).contains("valuesets import");
        });
    }
}
