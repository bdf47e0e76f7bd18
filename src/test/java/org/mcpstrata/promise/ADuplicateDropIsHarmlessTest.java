package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.run.DropEntry;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.Status;

/** Promise 11: the same bytes again, under another name, with other file names, on another day, twice at once. */
class ADuplicateDropIsHarmlessTest {
    private static final String PAYER = "state-medicaid";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void copiesAreToldAndNoPublishedByteChanges() throws IOException {
        Path landing = LocalRun.generate(40, folder.resolve("landing"));
        Path out = folder.resolve("out");
        RunOutcome golden = LocalRun.run(landing, out);
        Path original = onlyDrop(landing.resolve(PAYER));
        copy(original, "20270101T000000Z-other-name", false);
        copy(original, "20270101T000000Z-twice-at-once", false);
        copy(original, "20270202T000000Z-other-day", true);

        RunOutcome again = LocalRun.run(landing, out);
        RunOutcome scratch = LocalRun.run(landing, folder.resolve("scratch"));

        assertThat(again.alreadyPublished()).isTrue();
        assertThat(again.problems()).isEmpty();
        assertThat(scratch.runId()).isEqualTo(golden.runId());
        assertThat(FileTree.digests(Path.of(scratch.folder()))).isEqualTo(FileTree.digests(Path.of(golden.folder())));
        assertThat(Status.of(out.toString(), new Configuration()).drops())
                .filteredOn(drop -> drop.payer().equals(PAYER))
                .extracting(DropEntry::state)
                .containsExactlyInAnyOrder(
                        DropState.ACCEPTED, DropState.REJECTED, DropState.REJECTED, DropState.REJECTED);
        for (String copy : new String[] {"other-name", "twice-at-once"}) {
            assertThat(out.resolve("drops/" + PAYER + "/20270101T000000Z-" + copy + "/report.md"))
                    .content()
                    .contains("DUPLICATE_DROP");
        }
    }

    private static Path onlyDrop(Path payer) throws IOException {
        try (Stream<Path> drops = Files.list(payer)) {
            return drops.findFirst().orElseThrow();
        }
    }

    /** The same files in a newer drop, with other names where asked for. */
    private static void copy(Path original, String name, boolean renamed) throws IOException {
        Path copy = original.resolveSibling(name);
        FileTree.copy(original, copy, Comparator.naturalOrder());
        Path manifest = copy.resolve("manifest.json");
        ObjectNode root = (ObjectNode) JSON.readTree(manifest.toFile());
        root.put("drop", name).put("createdAt", name.substring(0, 4) + "-06-01T00:00:00Z");
        if (renamed) {
            for (var entry : root.withArray("files")) {
                String before = entry.get("name").asText();
                ((ObjectNode) entry).put("name", "again-" + before);
                Files.move(copy.resolve(before), copy.resolve("again-" + before));
            }
        }
        JSON.writeValue(manifest.toFile(), root);
    }
}
