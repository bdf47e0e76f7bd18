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

/** Each single mistake in the pipeline's definition of the depression measure shows on people made for that measure. */
@Tag("full")
class WrongScreeningDefinitionsAreSeenTest {
    private static final int PEOPLE = 1_500;
    private static final long SEED = 3;
    private static final String SHARED = "shared/depression-screening.yaml";

    private static final List<WrongDefinition> MISTAKES = List.of(
            new WrongDefinition(
                    "cms2.yaml",
                    "start of visit to screen for depression - 14 days",
                    "start of visit to screen for depression - 15 days"),
            new WrongDefinition(SHARED, "      value: present\n      status: final\n", "      value: present\n"),
            new WrongDefinition(SHARED, "[problem-list-item, health-concern]", "[problem-list-item]"),
            new WrongDefinition(
                    SHARED, "reason in: [Medical Reason, Depression screening declined]", "reason in: Medical Reason"),
            new WrongDefinition("cms2.yaml", "status: [finished]", "status: [finished, arrived]"),
            new WrongDefinition("cms2.yaml", "from: 17, at:", "from: 18, at:"),
            new WrongDefinition(
                    "cms2.yaml",
                    "to: end of visit of the adult screening + 2 days",
                    "to: end of visit of the adult screening + 3 days"),
            new WrongDefinition(
                    "cms2.yaml", "first answer: [Positive, Negative]", "first answer: [Negative, Positive]"),
            new WrongDefinition(
                    "cms2.yaml",
                    "from: end of latest adult screening, to: end of latest adult screening + 14 days",
                    "from: start of latest adult screening, to: start of latest adult screening + 14 days"),
            new WrongDefinition(
                    "cms2.yaml",
                    "all: [reason against the adult tool at a visit, no adult screening at a visit]",
                    "all: [reason against the adult tool at a visit]"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("MISTAKES")
    void theMistakeMakesADisagreement(WrongDefinition mistake) throws SQLException, IOException {
        Path measures = WrongDefinition.copyOfAll(folder.resolve("measures"));
        mistake.writeInto(measures);
        Path landing = folder.resolve("landing");
        ScreenedPeople.write(PEOPLE, SEED, landing);

        try (ComparedRun run = ComparedRun.of(landing, folder.resolve("out"), measures)) {
            assertThat(run.disagreements("CMS2")).isNotEmpty();
        }
    }
}
