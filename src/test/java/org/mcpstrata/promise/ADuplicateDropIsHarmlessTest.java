package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.DropEntry;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.Status;
import org.mcpstrata.story.CanonicalDrop;

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

    @Test
    void theIntactCopyOfABrokenDeliveryIsNoDuplicate() throws IOException {
        Path landing = LocalRun.generate(40, folder.resolve("landing"));
        RunOutcome golden = LocalRun.run(landing, folder.resolve("golden"));
        Path original = onlyDrop(landing.resolve(PAYER));
        copy(original, "20270101T000000Z-resent", false);
        Path damaged = anyFile(original);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        Path out = folder.resolve("out");
        RunOutcome run = LocalRun.run(landing, out);

        assertThat(run.counts()).containsEntry("drops accepted", golden.counts().get("drops accepted"));
        assertThat(states(out)).containsExactly(DropState.REJECTED, DropState.ACCEPTED);
    }

    @Test
    void aCopyBehindADropThatWasRefusedOnReadingIsStillADuplicate() throws IOException {
        Path landing = LocalRun.generate(40, folder.resolve("landing"));
        Path out = folder.resolve("out");
        RunOutcome golden = LocalRun.run(landing, out);
        new DropDraft(landing, PAYER, "20270201T000000Z-unreadable")
                .createdAt("2027-02-01T00:00:00Z")
                .csv("observations.csv", "observation", impossibleDay(), 1)
                .send();
        copy(onlyOriginal(landing.resolve(PAYER)), "20270301T000000Z-copy", false);

        RunOutcome again = LocalRun.run(landing, out);

        assertThat(again.runId()).isEqualTo(golden.runId());
        assertThat(states(out)).doesNotContain(DropState.SUPERSEDED);
        assertThat(out.resolve("drops/" + PAYER + "/20270301T000000Z-copy/report.md"))
                .content()
                .contains("DUPLICATE_DROP");
    }

    private static String impossibleDay() {
        return String.join(
                "\n",
                String.join(",", CanonicalDrop.header(Table.OBSERVATION)),
                String.join(
                        ",",
                        CanonicalDrop.record(
                                Table.OBSERVATION,
                                "M1",
                                Map.of(
                                        "observation_id", "1",
                                        "status", "final",
                                        "observation_date", "2025-02-29",
                                        "code_system", "LOINC",
                                        "code", "4548-4",
                                        "value_kind", "QUANTITY",
                                        "value", "7.4",
                                        "unit", "%"))),
                "");
    }

    private static List<DropState> states(Path out) {
        return Status.of(out.toString(), new Configuration()).drops().stream()
                .filter(drop -> drop.payer().equals(PAYER))
                .map(DropEntry::state)
                .toList();
    }

    private static Path anyFile(Path drop) throws IOException {
        try (Stream<Path> files = Files.list(drop)) {
            return files.filter(file -> !file.endsWith("manifest.json"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow();
        }
    }

    /** The oldest drop of a payer. */
    private static Path onlyOriginal(Path payer) throws IOException {
        try (Stream<Path> drops = Files.list(payer)) {
            return drops.sorted().findFirst().orElseThrow();
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
