package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Faults on the other side: a definition file of the pipeline is wrong, the second implementation is not. */
@Tag("full")
class WrongDefinitionsAreSeenTest {
    /** One wrong definition for each measure. */
    private static final List<List<WrongDefinition>> MISTAKES = List.of(
            List.of(
                    new WrongDefinition("cms122.yaml", "status, is: \"> 9 %\" }", "status, is: \">= 9 %\" }"),
                    new WrongDefinition(
                            "cms130.yaml",
                            "start of measurement period - 9 years",
                            "start of measurement period - 10 years"),
                    new WrongDefinition("cms165.yaml", "not in setting: [EMER, IMP,", "not in setting: [IMP,"),
                    new WrongDefinition("cms2.yaml", "age: { from: 12, at:", "age: { from: 11, at:"),
                    new WrongDefinition("edu.yaml", "gaps: 1, longest gap: 45 days", "gaps: 1, longest gap: 29 days")),
            List.of(
                    new WrongDefinition("cms122.yaml", "from: 18, to: 75,", "from: 18, to: 74,"),
                    new WrongDefinition(
                            "cms130.yaml",
                            "      value: present\n      ends: measurement period\n",
                            "      ends: measurement period\n"),
                    new WrongDefinition("cms165.yaml", "      - pregnancy\n", ""),
                    new WrongDefinition(
                            "cms2.yaml", "[Positive with plan reported, Negative reported]", "[Negative reported]"),
                    new WrongDefinition(
                            "edu.yaml",
                            "not followed by: [facility stay, observation stay, stay in the record]",
                            "not followed by: [observation stay]")));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void everyMeasureWithAWrongDefinitionDisagrees(List<WrongDefinition> mistakes) throws SQLException, IOException {
        Path measures = WrongDefinition.copyOfAll(folder.resolve("measures"));
        for (WrongDefinition mistake : mistakes) {
            mistake.writeInto(measures);
        }

        try (ComparedRun run = ComparedRun.of(Path.of("sample-data", "landing"), folder.resolve("out"), measures)) {
            for (String measure : SecondImplementation.MEASURES) {
                assertThat(run.disagreements(measure)).as(measure).isNotEmpty();
            }
        }
    }
}
