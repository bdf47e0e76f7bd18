package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineProblemTest {
    private static void refused(CommandLineRun outcome, String problem) {
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE.number());
        assertThat(outcome.err()).startsWith(problem).doesNotContain("java.", "Exception");
    }

    @Test
    void aValueOfTheWrongFormIsRefusedWithoutTheParsersWords() {
        refused(CommandLineRun.of("run", "--as-of", "2025-13-01"), "BAD_OPTION [--as-of]");
        refused(CommandLineRun.of("run", "--period", "abc"), "BAD_OPTION [--period]");
    }

    @Test
    void anUnknownCommandOrOptionIsNamedWithTheNearestOne() {
        refused(CommandLineRun.of("statsu"), "BAD_OPTION [command line]");
        assertThat(CommandLineRun.of("statsu").err()).contains("status");
        refused(CommandLineRun.of("status", "--otu", "x"), "BAD_OPTION");
    }

    @Test
    void aMissingOptionIsNamed() {
        refused(CommandLineRun.of("status"), "BAD_OPTION [--out]");
    }

    @Test
    void aMisspeltColumnOfAnExportDoesNotExportEverything() {
        CommandLineRun outcome = CommandLineRun.of("export", "--out", "o", "--to", "t", "--only", "entity_typ=PROGRAM");
        refused(outcome, "BAD_OPTION [--only]");
        assertThat(outcome.err()).contains("entity_type");
        refused(CommandLineRun.of("export", "--out", "o", "--to", "t", "--omit", "nosuch"), "BAD_OPTION [--omit]");
        refused(CommandLineRun.of("export", "--out", "o", "--to", "o/runs"), "BAD_OPTION [--to]");
    }

    @Test
    void aFolderThatNoFileSystemCanNameIsTheCommandsFaultAndNoDefect() {
        for (String folder : List.of("a:b", "hdfs:x", "", "with\0zero")) {
            refused(CommandLineRun.of("status", "--out", folder), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("rollback", "--out", folder, "--to", "x", "--reason", "y"), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("export", "--out", folder, "--to", "t"), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("release", "--out", folder), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("explain", "CMS122", "--member", "p:m", "--out", folder), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("run", "--landing", "l", "--out", folder), "BAD_OPTION [--out]");
            refused(CommandLineRun.of("run", "--landing", folder, "--out", "o"), "BAD_OPTION [--landing]");
        }
    }
}
