package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.run.DropEntry;
import org.mcpstrata.run.DropLedger;

class StatusOfDropsTest {
    @TempDir
    private Path out;

    @Test
    void aDropThatIsGoneIsNotShownAsAccepted() throws IOException {
        Path ledger = Files.createDirectories(out.resolve("state/drop-ledger")).resolve("000001.json");
        Files.write(
                ledger,
                new ObjectMapper()
                        .writeValueAsBytes(new DropLedger(1, List.of(entry("here", true), entry("gone", false)))));

        CommandLineRun outcome = CommandLineRun.of("status", "--out", out.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines())
                .filteredOn(line -> line.startsWith("plan "))
                .satisfiesExactly(here -> assertThat(here).matches("plan +here +ACCEPTED .*"), gone -> assertThat(gone)
                        .matches("plan +gone +was ACCEPTED .*")
                        .endsWith("(not in the landing folder)"));
    }

    private static DropEntry entry(String drop, boolean inLanding) {
        return new DropEntry(
                "plan",
                drop,
                "0123456789abcdef",
                DropState.ACCEPTED,
                inLanding,
                "2026-01-15T06:00:00Z",
                "2026-01-16T06:00:00Z",
                10,
                10,
                0,
                0,
                "build");
    }
}
