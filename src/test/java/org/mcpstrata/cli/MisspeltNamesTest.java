package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.measure.MeasureFolder;

/** A name that nobody knows: refused before anything is read, with the name that was probably meant. */
class MisspeltNamesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CMS12  | No measure 'CMS12' is valid for 2025. Did you mean 'CMS122'?
            cms165 | No measure 'cms165' is valid for 2025. Did you mean 'CMS165'?
            BPD    | No measure 'BPD' is valid for 2025. Known here: CMS122, CMS130, CMS159, CMS165, CMS2, EDU, PCPCM, Q487, TPCC.
            """)
    void unknownMeasureIsExplainedByTheOnesThatAre(String measure, String message) {
        CommandLineRun run = CommandLineRun.of("explain", measure);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            uses: [shared/results]   | uses: [shared/result]    | No library 'shared/result' is valid for 2025. Did you mean 'shared/results'?
            Visits: 1.1              | Visits: 1.11             | No value set has the id '1.11'. Did you mean '1.1'?
            Visits: 1.1              | Visits: 17.25.3          | No value set has the id '17.25.3'.
            in: Visits, during       | in: Visit, during        | No value set or code is called 'Visit' here. Did you mean 'Visits'?
            all: [latest A1c is low] | all: [latest A1c is lo]  | No definition is called 'latest A1c is lo'. Did you mean 'latest A1c is low'?
            result: A1c }            | result: a1c }            | No result is called 'a1c' here. Did you mean 'A1c'?
            """)
    void lintAndTheCommandsThatComputeSayTheSame(String text, String mistake, String message) {
        new MeasureFolder(folder).replace("test.yaml", text, mistake);

        CommandLineRun lint = CommandLineRun.of("lint", folder.toString());
        CommandLineRun explain = CommandLineRun.of("explain", "TEST", "--measures", folder.toString());

        assertThat(lint.exitCode()).isEqualTo(explain.exitCode()).isEqualTo(2);
        assertThat(lint.err()).contains(message);
        assertThat(explain.err()).contains(message);
    }

    @Test
    void misspeltPayerStopsTheRunInsteadOfMissingFromEveryNumber() {
        Path landing = folder.resolve("landing");
        for (String payer : new String[] {"north-medicaid", "south-medicaid"}) {
            new DropDraft(landing, payer, "d1")
                    .csv("eligibility.csv", "eligibility", "member_id\n", 0)
                    .send();
        }
        Path out = folder.resolve("out");

        CommandLineRun run = CommandLineRun.of(
                "run",
                "--landing",
                landing.toString(),
                "--out",
                out.toString(),
                "--quiet",
                "--payer",
                "north-medicaid",
                "--payer",
                "south-medicade",
                "--payer",
                "nobody");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("is called 'nobody'. Known here: north-medicaid, south-medicaid.")
                .contains("is called 'south-medicade'. Did you mean 'south-medicaid'?")
                .doesNotContain("called 'north-medicaid'");
        assertThat(out.resolve("drops")).doesNotExist();
    }

    @Test
    void misspeltTableIsRefusedWithTheTableThatIsThere() {
        String nowhere = folder.toString();

        CommandLineRun export =
                CommandLineRun.of("export", "--out", nowhere, "--to", nowhere, "--table", "member_results");

        assertThat(export.exitCode()).isEqualTo(2);
        assertThat(export.err()).contains("No table is called 'member_results'. Did you mean 'member_result'?");
    }
}
