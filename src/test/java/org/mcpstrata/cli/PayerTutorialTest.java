package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A payer that does what the page says, and nothing else, gets what the page shows. */
class PayerTutorialTest {
    private static final Path FILES = Path.of("sample-data/payer-tutorial");

    private static Tutorial tutorial;

    @BeforeAll
    static void follow() {
        tutorial = Tutorial.done(Tutorial.PAYER);
    }

    @AfterAll
    static void removeEverything() throws IOException {
        tutorial.close();
    }

    @Test
    void theFilesOnThePageAreTheFilesThatAreCopied() throws IOException {
        assertThat(Tutorial.blocks(Tutorial.PAYER, "csv"))
                .containsExactly(
                        Files.readString(FILES.resolve("eligibility.csv")),
                        Files.readString(FILES.resolve("demographics.csv")),
                        Files.readString(FILES.resolve("observation.csv")));
    }

    @Test
    void theFirstCheckFindsTheMistakeAndEverythingElseSucceeds() {
        List<Integer> exitCodes = tutorial.outcomes().values().stream()
                .map(CommandLineRun::exitCode)
                .toList();
        assertThat(exitCodes).as("manifest, check, check, run, status").containsExactly(0, 3, 0, 0, 0);
    }

    @Test
    void whatIsPrintedIsWhatThePageShows() throws IOException {
        List<String> shown = Tutorial.blocks(Tutorial.PAYER, "text");
        assertThat(shown).hasSize(3);
        assertThat(tutorial.printedBy("check-drop")).contains(shown.get(0));
        assertThat(tutorial.outcomes().toString()).contains(shown.get(1).strip());
        assertThat(tutorial.printedBy("run ")).contains(shown.get(2));
        assertThat(tutorial.printedBy("status ")).contains("prairie-plan", "ACCEPTED");
    }
}
