package org.mcpstrata.measure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.MeasureFolder;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A message leads to the line that is wrong, not to the definition that suffers from it. */
class ImpossibleWindowsTest {
    private static final String BACKWARDS = "from: end of measurement period, to: start of measurement period";

    @TempDir
    private Path folder;

    private MeasureFolder measures;

    @BeforeEach
    void write() {
        measures = new MeasureFolder(folder);
    }

    private Problem only() {
        List<Problem> found = Lint.check(folder);
        assertThat(found).singleElement().extracting(Problem::code).isEqualTo(ProblemCode.IMPOSSIBLE_WINDOW);
        return found.get(0);
    }

    private int line(String file, String text) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(text))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void namedWindowIsFaultyWhereItIsDeclaredHoweverOftenItIsUsed() throws IOException {
        measures.replace("test.yaml", "- 1 year", "+ 1 day")
                .replace("test.yaml", "in: Visits, during: measurement period", "in: Visits, during: the year before");

        Problem found = only();

        assertThat(found.place().source()).isEqualTo("test.yaml");
        assertThat(found.place().line()).isEqualTo(line("test.yaml", "the year before:"));
    }

    @Test
    void windowWrittenInsideADefinitionIsFaultyThere() throws IOException {
        measures.replace(
                "test.yaml",
                "    encounter: { in: Visits, during: measurement period }\n",
                "    encounter:\n      in: Visits\n      during: { " + BACKWARDS + " }\n");

        assertThat(only().place().line()).isEqualTo(line("test.yaml", "during: { " + BACKWARDS));
    }

    @Test
    void windowWithoutAnEndIsFaultyWhereAnEndIsNeeded() throws IOException {
        measures.replace("test.yaml", "    until: start of measurement period\n", "")
                .replace(
                        "test.yaml",
                        "  visit:\n    encounter: { in: Visits, during: measurement period }\n",
                        "  visit:\n    coverage:\n      during: the year before\n");
        measures.replace("test.yaml", "  Visits: 1.1\n", "");
        Files.delete(folder.resolve("value-sets/visits.yaml"));

        assertThat(only().place().line()).isEqualTo(line("test.yaml", "      during: the year before"));
    }

    @Test
    void windowThatAMeasureGivesALibraryIsFaultyInTheMeasure() throws IOException {
        measures.write("shared/visits.yaml", """
                library: shared/visits
                measurement years: { from: 2025, to: 2025 }
                source: a test
                value sets:
                  Visits: 1.1
                definitions:
                  visit:
                    encounter: { in: Visits, during: measurement period }
                """);
        measures.replace("test.yaml", "  visit:\n    encounter: { in: Visits, during: measurement period }\n", "")
                .replace("test.yaml", "  Visits: 1.1\n", "")
                .replace(
                        "test.yaml",
                        "uses: [shared/results]",
                        "uses:\n  - shared/results\n  - { library: shared/visits, measurement period: the year before }")
                .replace("test.yaml", "- 1 year", "+ 1 day");

        Problem found = only();

        assertThat(found.place().source()).isEqualTo("test.yaml");
        assertThat(found.place().line()).isEqualTo(line("test.yaml", "the year before:"));
    }
}
