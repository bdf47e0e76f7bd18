package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.publish.SmallRun;

/** A run can be undone (promises.md 8). */
class RollbackCommandTest {
    private static final String WHY = "a payer delivered the wrong year";

    private final SmallRun first = new SmallRun(1);
    private final SmallRun second = new SmallRun(2);

    @TempDir
    private Path out;

    @BeforeEach
    void publishTwice() throws IOException {
        first.publish(SmallRun.at(out), "a");
        second.publish(SmallRun.at(out), "b");
    }

    private CommandLineRun rollback(SmallRun to, String reason) {
        return CommandLineRun.of(
                "rollback", "--out", out.toString(), "--to", to.id().value(), "--reason", reason);
    }

    private JsonNode status() throws IOException {
        return new ObjectMapper()
                .readTree(CommandLineRun.of("status", "--out", out.toString(), "--json")
                        .out());
    }

    @Test
    void readersSeeTheEarlierRunAndHistoryIsKept() throws IOException {
        Map<String, String> runs = SmallRun.tree(out.resolve("runs"));
        Map<String, String> generations = SmallRun.tree(out.resolve("generations"));

        CommandLineRun done = rollback(first, WHY);

        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).contains(first.id().value(), "generation 3");
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
        assertThat(SmallRun.tree(out.resolve("runs"))).isEqualTo(runs);
        assertThat(SmallRun.tree(out.resolve("generations")))
                .containsAllEntriesOf(generations)
                .hasSize(3);
        assertThat(status().path("runs").findValuesAsText("runId"))
                .containsExactly(
                        first.id().value(), second.id().value(), first.id().value());
    }

    @Test
    void ledgerSaysWhoAndWhy() throws IOException {
        rollback(first, WHY);

        assertThat(status().path("runs").get(2).path("reason").asText()).isEqualTo(WHY);
        JsonNode log = new ObjectMapper()
                .readTree(out.resolve("run-logs")
                        .resolve(first.id().value())
                        .resolve("rollback-000003.json")
                        .toFile());
        assertThat(log.path("user").asText()).isEqualTo(System.getProperty("user.name"));
        assertThat(log.path("reason").asText()).isEqualTo(WHY);
        assertThat(log.path("runBefore").asText()).isEqualTo(second.id().value());
        assertThat(log.path("at").asText()).isNotEmpty();
    }

    @Test
    void whatWasUndoneCanBeNamedAgain() throws IOException {
        rollback(first, WHY);

        assertThat(rollback(second, "it was right after all").exitCode()).isZero();
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(second.id() + "\n");
        assertThat(status().path("runs")).hasSize(4);
    }

    @Test
    void runThatIsSeenAlreadyOrThatNobodyPublishedIsRefused() throws IOException {
        assertThat(rollback(second, WHY)).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("--to", "Readers see this run already");
        });
        assertThat(rollback(new SmallRun(9), WHY)).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("--to", "No generation names it");
        });
        assertThat(status().path("runs")).hasSize(2);
    }

    @Test
    void runWhoseFilesWereChangedIsNotShownToReaders() throws IOException {
        Path page = out.resolve("runs").resolve(first.id().value()).resolve("report/index.html");
        Files.writeString(page, "<p>9</p>\n");

        CommandLineRun refused = rollback(first, WHY);

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("RUN_FOLDER_DIFFERS");
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(second.id() + "\n");
        assertThat(status().path("runs")).hasSize(2);
    }

    @Test
    void reasonIsOneLineThatSaysSomething() {
        assertThat(rollback(first, " ").exitCode()).isEqualTo(2);
        assertThat(rollback(first, "two\nlines").exitCode()).isEqualTo(2);
        assertThat(rollback(first, "x".repeat(201)).exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of(
                                "rollback",
                                "--out",
                                out.toString(),
                                "--to",
                                first.id().value())
                        .exitCode())
                .isEqualTo(2);
    }
}
