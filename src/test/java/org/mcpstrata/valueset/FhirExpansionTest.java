package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mcpstrata.valueset.Downloads.cpt;
import static org.mcpstrata.valueset.Downloads.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

class FhirExpansionTest {
    @TempDir
    private Path folder;

    private int files;

    private void write(String json) throws IOException {
        Files.writeString(folder.resolve("f" + files++ + ".json"), json);
    }

    private SortedMap<String, Expansion> read() {
        Problems problems = new Problems();
        SortedMap<String, Expansion> read = ExpansionFiles.read(List.of(folder), id -> true, problems);
        problems.throwIfAny();
        return read;
    }

    private List<Problem> refused() {
        return catchThrowableOfType(ProblemException.class, this::read).problems();
    }

    @Test
    void conceptsAreCountedAtEveryDepthAndHeadingsAreNone() throws IOException {
        String heading = "{\"display\": \"Visits\", \"contains\": [" + cpt("99213") + "]}";
        String nested = cpt("99202").replace("}", ", \"contains\": [" + cpt("99203") + "]}");
        String abstractConcept = cpt("99204").replace("}", ", \"abstract\": true}");
        write(fhir("9.9", 4, "", heading, nested, abstractConcept));

        assertThat(read().get("9.9").members())
                .extracting(Coding::code)
                .as("an abstract concept counts and is no member")
                .containsExactly("99202", "99203", "99213");
    }

    @Test
    void aConceptTooFewAndAConceptTooManyAreBothRefused() throws IOException {
        write(fhir("9.8", 3, "", cpt("99213"), cpt("99214")));
        write(fhir("9.9", 1, "", cpt("99213"), cpt("99214")));

        assertThat(refused()).extracting(Problem::code).containsOnly(ProblemCode.VALUE_SET_TRUNCATED);
        assertThat(refused())
                .extracting(Problem::detail)
                .containsExactly("It holds 2 of a total of 3 concepts.", "It holds 2 of a total of 1 concepts.");
    }

    @Test
    void aCodeRepeatedByTheServerAndCountedOnceIsOneCode() throws IOException {
        write(fhir("9.9", 1, "", cpt("99213"), cpt("99213")));
        assertThat(read().get("9.9").members()).hasSize(1);
    }

    @Test
    void pagesAreJoinedByTheirOffsetsInWhateverOrderTheyCome() throws IOException {
        write(fhir("9.9", 3, "\"offset\": 2,", cpt("99215")));
        write(fhir(
                "9.9",
                3,
                "\"parameter\": [{\"name\": \"count\", \"valueInteger\": 2}, {\"name\": \"offset\", \"valueInteger\": 0}],",
                cpt("99213"),
                cpt("99214")));

        assertThat(read().get("9.9").members()).hasSize(3);
    }

    @Test
    void aMissingPageIsRefusedWithTheOffsetOfThoseThatAreThere() throws IOException {
        String offset = "\"parameter\": [{\"name\": \"offset\", \"valueInteger\": 1000}],";
        write(fhir("9.9", 1997, offset, cpt("99213")));

        assertThat(refused()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_SET_TRUNCATED);
            assertThat(problem.detail()).contains("1 of a total of 1997").contains("from number 1001 on");
        });
    }

    @Test
    void theSamePageTwiceIsNotTheWhole() throws IOException {
        String page = fhir("9.9", 2, "", cpt("99213"));
        write(page);
        write(page);
        assertThat(refused()).hasSize(2);
    }

    @Test
    void everyValueSetOfABundleIsRead() throws IOException {
        write("{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": " + fhir("9.8", 1, "", cpt("99213"))
                + "}, {\"resource\": {\"resourceType\": \"Library\"}}, {\"resource\": "
                + fhir("9.9|2025", 1, "", cpt("99214")) + "}]}");

        assertThat(read()).containsOnlyKeys("9.8", "9.9");
    }

    @Test
    void aValueSetWithoutExpansionOrTotalIsRefused() throws IOException {
        write("{\"resourceType\": \"ValueSet\", \"url\": \"http://x/9.9\", \"compose\": {\"include\": []}}");
        write("{\"resourceType\": \"ValueSet\", \"url\": \"http://x/9.8\", \"expansion\": {\"contains\": []}}");
        write("{\"resourceType\": \"Patient\"}");

        assertThat(refused()).hasSize(3).allSatisfy(problem -> assertThat(problem.code())
                .isEqualTo(ProblemCode.VALUE_SET_INVALID));
    }

    @Test
    void theOidIsTakenFromTheIdentifierWhereTheAddressHasNone() throws IOException {
        write(
                fhir("office-visit", 1, "", cpt("99213"))
                        .replace(
                                "\"title\"",
                                "\"identifier\": [{\"system\": \"urn:ietf:rfc:3986\", \"value\": \"urn:oid:1.2.3\"}], \"title\""));
        assertThat(read()).containsOnlyKeys("1.2.3");
    }
}
