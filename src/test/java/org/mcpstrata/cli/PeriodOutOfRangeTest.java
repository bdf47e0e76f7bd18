package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year that can be no measurement period is a mistake of whoever typed it, not a defect of the program. */
class PeriodOutOfRangeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1899", "2200", "2500", "2147483647"})
    void yearOutOfRangeIsABadOptionOfEveryCommandThatTakesOne(String year) {
        CommandLineRun explain = CommandLineRun.of("explain", "CMS122", "--period", year);
        CommandLineRun run = CommandLineRun.of(
                "run",
                "--landing",
                folder.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--period",
                year);

        assertThat(explain.exitCode()).isEqualTo(2);
        assertThat(explain.err()).contains("BAD_OPTION [--period]").contains("1900 to 2199");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("BAD_OPTION [--period]").contains("1900 to 2199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900", "2199"})
    void yearAtTheEdgeIsAPeriodWithoutMeasures(String year) {
        CommandLineRun explain = CommandLineRun.of("explain", "CMS122", "--period", year);

        assertThat(explain.exitCode()).isEqualTo(2);
        assertThat(explain.err()).contains("NO_MEASURE_FOR_YEAR");
    }
}
