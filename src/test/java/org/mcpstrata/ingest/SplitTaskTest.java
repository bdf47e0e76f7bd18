package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;
import org.mcpstrata.store.TableFile;

class SplitTaskTest {
    @TempDir
    Path folder;

    /** A plan of a drop that has one file. */
    static ReadingPlan ofOneFile(ManifestFile file, RecordPlan plan) {
        Manifest manifest = new Manifest(
                "p",
                LineOfBusiness.NONE,
                "d",
                Instant.EPOCH,
                Manifest.Mode.FULL,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                new TreeSet<>(),
                List.of(file));
        return new ReadingPlan(List.of(new PlannedDrop(0, manifest, "none")), List.of(plan), Map.of(), "none");
    }

    @Test
    void sharingAFileBetweenTasksChangesNeitherRowsNorLineNumbers() throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("\uFEFFresponse_id,practice_id,instrument,response_date,");
        for (int item = 1; item <= 11; item++) {
            text.append("item_").append(item).append(item < 11 ? "," : "\r\n");
        }
        for (int i = 0; i < 200; i++) {
            text.append("r").append(i).append(",P").append("x".repeat(i % 17)).append(",PCPCM,2025-01-0");
            text.append(i % 50 == 7 ? "x" : "1")
                    .append(",1,2,3,4,,1,2,3,4,,")
                    .append(i % 5)
                    .append("\r\n");
        }
        // The last line lacks its end, and an empty one is no record.
        String whole = text + "\r\n";
        byte[] bytes = DropDraft.bytes(whole);
        Files.write(folder.resolve("s.csv"), bytes);

        Seen once = read(bytes, bytes.length + 1L);
        assertThat(once.splits).isEqualTo(1);
        assertThat(once.rows).hasSize(200 - 40 - 4);
        assertThat(once.rows).element(0).satisfies(row -> assertThat(row).startsWith("3 "));
        for (int parts : new int[] {3, 7, 40}) {
            Seen seen = read(bytes, bytes.length / parts);

            assertThat(seen.splits).isBetween(parts * 9 / 10, parts + 1);
            assertThat(seen.rows).isEqualTo(once.rows);
            assertThat(seen.rejects).isEqualTo(once.rejects);
            assertThat(seen.counts).isEqualTo(once.counts);
        }
        assertThat(once.counts.lines()).isEqualTo(201);
        assertThat(once.counts.header()).isEqualTo(1);
        assertThat(once.counts.delivered()).isEqualTo(200);
    }

    private Seen read(byte[] bytes, long markEvery) throws IOException {
        ManifestFile file = new ManifestFile(
                "s.csv",
                "survey",
                FileFormat.CANONICAL_CSV,
                "1",
                Compression.NONE,
                Encoding.UTF_8,
                bytes.length,
                "0",
                200,
                null);
        Section section =
                LineCount.of(new ByteArrayInputStream(bytes), markEvery).section("s.csv", "", "survey");
        Problems problems = new Problems();
        RecordPlan plan = Readers.plan(
                        section,
                        file,
                        new DropFacts(LineOfBusiness.NONE, LocalDate.EPOCH),
                        AmountEvidence.NONE,
                        ApcdTerms.COMMON,
                        Place.of("p/d"),
                        problems)
                .orElseThrow();
        ReadingPlan shared = ofOneFile(file, plan);
        List<Split> splits = ReadingPlan.splits(List.of(
                new ReadingPlan.Source(0, plan, folder.resolve("s.csv").toUri().toString())));
        Seen seen = new Seen();
        seen.splits = splits.size();
        for (Split split : splits) {
            SplitReport report =
                    new SplitTask(shared, split, new FileStore(new Configuration()), new SplitKeys(1), seen).run();
            seen.counts = seen.counts.plus(report.counts());
        }
        return seen;
    }

    /** Keeps what a task says, as text. */
    private static final class Seen implements RecordSink {
        private final List<String> rows = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private int splits;
        private Counts counts = Counts.NONE;

        @Override
        public void write(CanonicalRow row) {
            rows.add(row.sourceRow() + " " + row.text("response_id"));
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }

        @Override
        public List<TableFile> finish() {
            return List.of();
        }

        @Override
        public String rejectsFile() {
            return "";
        }

        @Override
        public List<Reject> firstRejects() {
            return rejects;
        }

        @Override
        public void close() {}
    }
}
