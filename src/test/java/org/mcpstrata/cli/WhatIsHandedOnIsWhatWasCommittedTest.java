package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.publish.SmallRun;

/** Nothing leaves an output folder that is not, byte for byte, what a run committed (promises.md 8). */
class WhatIsHandedOnIsWhatWasCommittedTest {
    private final SmallRun run = new SmallRun(2);

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws IOException {
        run.publish(SmallRun.at(out()), "a");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path ofRun(String name) {
        return out().resolve("runs").resolve(run.id().value()).resolve(name);
    }

    private CommandLineRun export() {
        return CommandLineRun.of(
                "export",
                "--out",
                out().toString(),
                "--to",
                folder.resolve("to").toString(),
                "--table",
                "dim_entity");
    }

    /** Another run's rows, as if somebody had put a table right by hand. */
    private void exchangeTheTable() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        SmallRun other = new SmallRun(3);
        other.publish(SmallRun.at(elsewhere), "b");
        String part = "restricted/dim_entity/part-00000.parquet";
        Files.copy(
                elsewhere.resolve("runs").resolve(other.id().value()).resolve(part),
                ofRun(part),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertRefused(CommandLineRun refused) {
        assertThat(refused.err()).contains("RUN_FOLDER_DIFFERS");
        assertThat(refused.exitCode()).isEqualTo(4);
    }

    @Test
    void aTableThatWasExchangedIsNotExported() throws IOException {
        assertThat(export().exitCode()).isZero();
        exchangeTheTable();

        assertRefused(export());
    }

    @Test
    void whatAnExportDoesNotReadDoesNotStopIt() throws IOException {
        Files.writeString(ofRun("report/index.html"), "<p>9</p>\n");

        assertThat(export().exitCode()).isZero();
    }

    @Test
    void feedbackIsNotWrittenFromARunWhoseRecordWasChanged() throws IOException {
        Files.writeString(ofRun("run.json"), Files.readString(ofRun("run.json")) + " ");

        assertRefused(CommandLineRun.of(
                "feedback",
                "--out",
                out().toString(),
                "--to",
                folder.resolve("to").toString()));
    }

    @Test
    void neitherReleaseNorExplanationRestsOnARecordThatWasChanged() throws IOException {
        Files.writeString(ofRun("run.json"), Files.readString(ofRun("run.json")) + " ");

        assertRefused(CommandLineRun.of("release", "--out", out().toString()));
        assertRefused(CommandLineRun.of("explain", "CMS122", "--member", "p:m", "--out", out().toString()));
    }
}
