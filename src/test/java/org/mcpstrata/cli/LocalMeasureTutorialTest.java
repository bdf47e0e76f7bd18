package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader who does what the page says, and nothing else, gets what the page shows. */
@ExtendWith(Tutorial.Done.class)
class LocalMeasureTutorialTest {
    @Test
    void thePiecesOnThePageAreTheExampleFile() throws IOException {
        assertThat(String.join("\n", Tutorial.blocks(Tutorial.LOCAL_MEASURE, "yaml")))
                .isEqualTo(Files.readString(Path.of("sample-data/local-measures/cms125.yaml")));
    }

    @Test
    void everyCommandOfThePageSucceeds(Tutorial tutorial) {
        assertThat(tutorial.outcomes()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(tutorial.outcomes()).allSatisfy((line, outcome) -> {
            assertThat(outcome.exitCode()).as(line + outcome.err()).isZero();
            assertThat(outcome.out()).as(line).isNotEmpty();
        });
    }

    @Test
    void theRunPrintsTheRatesAndThePersonThatThePageShows(Tutorial tutorial) throws IOException {
        List<String> shown = Tutorial.blocks(Tutorial.LOCAL_MEASURE, "text");

        assertThat(shown).hasSize(2);
        assertThat(tutorial.printedBy("run ")).contains(shown.get(0));
        assertThat(tutorial.printedBy("explain CMS125 --member")).contains(shown.get(1));
    }

    @Test
    void theShippedMeasuresAreComputedBesideTheLocalOne(Tutorial tutorial) {
        assertThat(tutorial.printedBy("run ")).contains("CMS122 ", "CMS125 ", "CMS130 ", "CMS165 ", "EDU ");
    }

    @Test
    void theLocalMeasureHasItsRowsInEveryStratifier(Tutorial tutorial) throws IOException {
        List<String> rows = Files.readAllLines(tutorial.folder().resolve("csv/stratified_result.csv"));

        assertThat(rows.subList(1, rows.size()))
                .allMatch(row -> row.contains(",CMS125,"))
                .anyMatch(row -> row.contains(",age_band,"))
                .anyMatch(row -> row.contains(",race_eth_2024,"))
                .anyMatch(row -> row.contains(",dual,"));
    }

    @Test
    void aLocalFileWithTheIdAndYearOfAShippedMeasureIsRefused(Tutorial tutorial) throws IOException {
        Path local = Files.createDirectories(tutorial.folder().resolve("conflict"));
        String text = Files.readString(tutorial.measures().resolve("cms125.yaml"));
        Files.writeString(local.resolve("cms130.yaml"), text.replace("measure: CMS125", "measure: CMS130"));

        CommandLineRun outcome = CommandLineRun.of("explain", "CMS130", "--measures", local.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("DEFINITION_INVALID [conflict/cms130.yaml", "the same measure and year");
    }

    @Test
    void theShippedRunKnowsNothingOfTheExample() {
        assertThat(CommandLineRun.of("explain", "CMS125").exitCode()).isEqualTo(2);
    }
}
