package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.run.DropEntry;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.Status;

/** The ledger of a whole run: one entry a drop, nothing changes without a change, and a loss is told. */
class TheLedgerKnowsEveryDropTest {
    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Status status() {
        return Status.of(out().toString(), new Configuration());
    }

    @Test
    void aSecondLookChangesNothingAndALostDropIsTold() throws IOException {
        Path landing = LocalRun.generate(40, folder.resolve("landing"));
        RunOutcome first = LocalRun.run(landing, out());
        Status seen = status();
        assertThat(seen.ledgerVersion()).isEqualTo(1);
        assertThat(seen.drops()).hasSize(5).allMatch(DropEntry::inLanding);
        assertThat(seen.drops()).extracting(DropEntry::state).containsOnly(DropState.ACCEPTED);
        assertThat(seen.drops().stream().mapToLong(DropEntry::delivered).sum())
                .isEqualTo(first.counts().get("lines delivered"));
        assertThat(seen.runs()).singleElement().satisfies(run -> {
            assertThat(run.period()).isEqualTo("2025");
            assertThat(run.asOf()).isEqualTo("everything delivered");
            assertThat(run.drops()).isEqualTo(5);
        });

        LocalRun.run(landing, out());
        assertThat(status()).isEqualTo(seen);

        Path lost = oneDrop(landing);
        delete(lost);
        RunOutcome without = LocalRun.run(landing, out());
        assertThat(without.problems()).extracting(Problem::code).containsExactly(ProblemCode.DROP_VANISHED);
        assertThat(without.runId()).isNotEqualTo(first.runId());
        assertThat(status().drops())
                .filteredOn(drop -> !drop.inLanding())
                .singleElement()
                .satisfies(drop -> {
                    assertThat(drop.payer())
                            .isEqualTo(lost.getParent().getFileName().toString());
                    assertThat(drop.state()).isEqualTo(DropState.ACCEPTED);
                });
        assertThat(status().ledgerVersion()).isEqualTo(2);
    }

    @Test
    void aFolderThatNoRunEverWroteToIsNoEmptyResult() {
        assertThatThrownBy(this::status).isInstanceOf(ProblemException.class).hasMessageContaining("BAD_OPTION");
    }

    private static Path oneDrop(Path landing) throws IOException {
        try (Stream<Path> payers = Files.list(landing)) {
            List<Path> sorted = payers.sorted().toList();
            try (Stream<Path> drops = Files.list(sorted.get(0))) {
                return drops.sorted().findFirst().orElseThrow();
            }
        }
    }

    private static void delete(Path drop) throws IOException {
        try (Stream<Path> files = Files.list(drop)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(drop);
    }
}
