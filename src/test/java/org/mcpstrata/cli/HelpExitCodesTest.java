package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script that reads the help must not learn the exit codes of another command. */
class HelpExitCodesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lint               | 0 2
            explain            | 0 2 4
            status             | 0 2 4
            export             | 0 2 4
            generate           | 0 2 4
            manifest           | 0 2 3
            check-drop         | 0 2 3
            verify-decks       | 0 2 4
            rollback           | 0 2 4 75
            valuesets import   | 0 2 4
            valuesets diff     | 0 1 2
            run                | 0 1 2 3 4 70 75
            """)
    void helpListsTheExitCodesOfThisCommandAndNotThoseOfRun(String command, String codes) {
        CommandLineRun help = CommandLineRun.of(Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                .toArray(String[]::new));

        assertThat(help.exitCode()).isZero();
        String[] listed = help.out()
                .lines()
                .dropWhile(line -> !line.equals("Exit codes:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches(" +\\d+ +\\S.*"))
                .map(line -> line.trim().split(" ")[0])
                .toArray(String[]::new);
        assertThat(listed).containsExactly(codes.split(" "));
    }
}
