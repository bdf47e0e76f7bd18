package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.run.export.CsvExport;

@Tag("full")
class OrderAndPartitioningChangeNoByteTest {
    private static final Comparator<Path> BY_NAME = Comparator.naturalOrder();

    @TempDir
    Path folder;

    private Path landing;
    private RunOutcome golden;

    @BeforeEach
    void goldenRun() {
        landing = LocalRun.generate(150, folder.resolve("landing"));
        golden = LocalRun.run(landing, folder.resolve("golden"));
    }

    @Test
    void coresPartitionsAndTheOrderInWhichDropsArrivedChangeNoByte() throws IOException {
        SortedMap<String, String> bytes = bytes(folder.resolve("golden"));
        assertThat(bytes.keySet())
                .contains("runs/" + golden.runId() + "/restricted/stratified_result/part-00000.parquet");

        Path reversed = folder.resolve("reversed");
        FileTree.copy(landing, reversed, BY_NAME.reversed());

        assertThat(bytes(landing, Map.of("spark.master", "local[1]"))).isEqualTo(bytes);
        assertThat(bytes(landing, Map.of("spark.master", "local[2]", "spark.default.parallelism", "7")))
                .isEqualTo(bytes);
        assertThat(bytes(reversed, Map.of("spark.master", "local[2]", "spark.default.parallelism", "1")))
                .isEqualTo(bytes);
    }

    @Test
    void orderOfRowsWithinFilesChangesNoResult() throws IOException {
        Path permuted = folder.resolve("permuted");
        FileTree.copy(landing, permuted, BY_NAME);
        int files = 0;
        for (Path manifest : FileTree.files(permuted)) {
            if (manifest.endsWith("manifest.json")) {
                List<String> changed = new ArrayList<>();
                RewrittenDrop.rewrite(manifest.getParent(), (entry, lines) -> permuted(entry, lines, changed));
                files += changed.size();
            }
        }

        RunOutcome outcome = LocalRun.run(permuted, folder.resolve("permuted-out"));

        assertThat(files).isGreaterThan(20);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.runId()).isNotEqualTo(golden.runId());
        assertThat(results(outcome)).isEqualTo(results(golden)).hasSizeGreaterThan(100);
    }

    /** Data rows in another order; headers and trailers of the layouts stay where they are. */
    private static List<String> permuted(JsonNode entry, List<String> lines, List<String> changed) {
        String format = entry.get("format").asText();
        if (entry.get("type").asText().equals("cclf0")) {
            return lines;
        }
        int first = format.equals("apcd-cdl") || format.equals("canonical-csv") ? 1 : 0;
        int last = format.equals("apcd-cdl") ? lines.size() - 1 : lines.size();
        List<String> rows = new ArrayList<>(lines);
        Collections.shuffle(rows.subList(first, last), new Random(lines.size()));
        if (!rows.equals(lines)) {
            changed.add(entry.get("name").asText());
        }
        return rows;
    }

    private SortedMap<String, String> bytes(Path source, Map<String, String> settings) throws IOException {
        Path out = Files.createTempDirectory(folder, "out");
        RunOutcome outcome = LocalRun.run(source.toString(), out.toString(), Clock.systemUTC(), settings);
        assertThat(outcome.alreadyPublished()).isFalse();
        return bytes(out);
    }

    /** Everything but the run log, which has the clock times. */
    private static SortedMap<String, String> bytes(Path out) throws IOException {
        return FileTree.timelessDigests(out);
    }

    private List<String> results(RunOutcome outcome) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String table : List.of("stratified_result", "link_report", "demographic_completeness")) {
            Path csv = folder.resolve(outcome.runId() + "-" + table + ".csv");
            new CsvExport(new Configuration(), Set.of("run_id"), Map.of())
                    .write(new org.apache.hadoop.fs.Path(outcome.folder()), TableSchema.load(table, List.of()), csv);
            lines.addAll(Files.readAllLines(csv));
        }
        return lines;
    }
}
