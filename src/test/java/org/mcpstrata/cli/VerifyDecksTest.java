package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deck of our own, in which one expectation is wrong on purpose. */
class VerifyDecksTest {
    private static final Path OWN = Path.of("src/test/resources/decks");

    @Test
    void theOneWrongExpectationIsTheOneMiss() {
        CommandLineRun outcome = CommandLineRun.of("verify-decks", OWN.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(4);
        assertThat(outcome.out()).isEqualTo("""
                CMS130, own, measurement period 2025: 3 of 4 cases match
                  initial-population         4 of 4
                  denominator                4 of 4
                  denominator-exclusion      4 of 4
                  numerator                  3 of 4
                  missed wrongly-expected (expects a colonoscopy on the day before the window to count)
                    expected initial-population 1, denominator 1, denominator-exclusion 0, numerator 1
                    actual   initial-population 1, denominator 1, denominator-exclusion 0, numerator 0, denominator-exception 0

                """);
        assertThat(outcome.err()).contains("CASES_MISSED").contains("src/site/markdown/disputed-cases.md");
    }

    @Test
    void aDeckWithoutAMissEndsWithZero(@TempDir Path folder) throws IOException {
        Path edition = copy(folder, "CMS130");
        Path expected = edition.resolve("expected.csv");
        Files.writeString(
                expected,
                Files.readString(expected).replace("wrongly-expected,numerator,1", "wrongly-expected,numerator,0"));

        assertThat(CommandLineRun.of("verify-decks", edition.toString()).exitCode())
                .isZero();
    }

    @Test
    void aDeckOfAMeasureThatIsNotThereNeverCountsAsMatching(@TempDir Path folder) throws IOException {
        CommandLineRun outcome =
                CommandLineRun.of("verify-decks", copy(folder, "CMS999").toString());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.out()).contains("CMS999, own, measurement period 2025: not verified");
    }

    @Test
    void anExpectationWithoutABundleIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Path edition = copy(folder, "CMS130");
        Files.delete(edition.resolve("cases/too-young.json"));

        CommandLineRun outcome = CommandLineRun.of("verify-decks", folder.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("CONFIGURATION_INVALID [CMS130/own, expected.csv, line 6]");
    }

    private static Path copy(Path folder, String measure) throws IOException {
        Path source = OWN.resolve("CMS130/own");
        Path target = folder.resolve(measure).resolve("own");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.sorted().toList()) {
                Path to = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
        return target;
    }
}
