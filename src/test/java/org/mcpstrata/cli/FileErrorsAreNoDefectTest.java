package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses a file ends a run with a code that an operator can act on, and never with "a defect". */
class FileErrorsAreNoDefectTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void deliver() {
        assertThat(CommandLineRun.of("generate", "--people", "10", "--seed", "7", "--out", landing())
                        .exitCode())
                .isZero();
    }

    private static String landing() {
        return folder.resolve("landing").toString();
    }

    private static void assertTold(CommandLineRun run) {
        assertThat(run.err())
                .contains("WRITE_FAILED [", "Not a directory.", "check space and permissions")
                .doesNotContain("INTERNAL", folder.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_PUBLISHED.number());
    }

    @Test
    void aFolderOfAcceptedRowsThatCannotBeMade() throws IOException {
        Path out = Files.createDirectories(folder.resolve("no-drops"));
        Files.writeString(out.resolve("drops"), "a file where a folder must be");

        assertTold(CommandLineRun.of("run", "--landing", landing(), "--out", out.toString(), "--period", "2025"));
    }

    @Test
    void aFolderOfGeneratedDropsThatCannotBeMade() throws IOException {
        Path out = Files.writeString(folder.resolve("no-landing"), "").resolve("landing");

        assertTold(CommandLineRun.of("generate", "--people", "10", "--seed", "7", "--out", out.toString()));
    }
}
