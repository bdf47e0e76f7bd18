package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.publish.SmallRun;

/** Disks are finite: somebody who removes the folder of an old run keeps the use of all others. */
class AFolderOfARunMayBeMissingTest {
    private final SmallRun first = new SmallRun(1);
    private final SmallRun second = new SmallRun(2);
    private final SmallRun third = new SmallRun(3);

    @TempDir
    private Path folder;

    @BeforeEach
    void publishThreeTimes() throws IOException {
        first.publish(SmallRun.at(out()), "a");
        second.publish(SmallRun.at(out()), "b");
        third.publish(SmallRun.at(out()), "c");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path folder(SmallRun run) {
        return out().resolve("runs").resolve(run.id().value());
    }

    private CommandLineRun on(String command, String... more) {
        String[] line = new String[3 + more.length];
        line[0] = command;
        line[1] = "--out";
        line[2] = out().toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return CommandLineRun.of(line);
    }

    private CommandLineRun export() {
        return on("export", "--to", folder.resolve("to").toString(), "--table", "dim_entity");
    }

    private void assertAllOthersAreOfUse() throws IOException {
        JsonNode lines =
                new ObjectMapper().readTree(on("status", "--json").out()).path("runs");
        assertThat(lines.findValuesAsText("runId"))
                .containsExactly(
                        first.id().value(), second.id().value(), third.id().value());
        assertThat(lines.get(0).path("period").asText()).isEmpty();
        assertThat(lines.get(0).path("drops").asInt()).isZero();
        assertThat(on("status").exitCode()).isZero();
        assertThat(export().exitCode()).isZero();
        assertThat(on("rollback", "--to", second.id().value(), "--reason", "why not")
                        .exitCode())
                .isZero();
    }

    @Test
    void anOldRunThatIsGoneBlocksNothing() throws IOException {
        FileUtils.deleteDirectory(folder(first).toFile());

        assertAllOthersAreOfUse();
    }

    @Test
    void anOldRunWhoseRecordIsCutShortBlocksNothing() throws IOException {
        Files.writeString(folder(first).resolve("run.json"), "{");

        assertAllOthersAreOfUse();
    }

    @Test
    void theRunThatIsGoneIsNamedAsGone() throws IOException {
        FileUtils.deleteDirectory(folder(first).toFile());

        CommandLineRun refused = on("rollback", "--to", first.id().value(), "--reason", "why not");

        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("RUN_FOLDER_DIFFERS", first.id().value(), "It is not there.");
    }
}
