package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;

/**
 * What a night costs after a drop that touches one person in twenty, beside a run that reads everything: CPU seconds of
 * both, in one process, on the same landing folder. Asked for with {@code -Dmcp.incremental.people=20000}.
 */
class IncrementalCostTest {
    private static final int ONE_IN = 20;

    @TempDir
    private Path folder;

    @Test
    void aNightAfterASmallDropCostsLessThanAFullRunAndPublishesTheSameBytes() throws IOException {
        int people = Integer.getInteger("mcp.incremental.people", 0);
        assumeTrue(people > 0, "set -Dmcp.incremental.people to the size of the population");
        Path landing = LocalRun.generate(people, folder.resolve("landing"));
        Path nightly = folder.resolve("nightly");
        RunOutcome before = LocalRun.run(landing, nightly);
        deliver(landing, members(nightly), people / ONE_IN);

        RunOutcome night = LocalRun.run(landing, nightly);
        RunOutcome full = LocalRun.run(landing, folder.resolve("full"));

        assertThat(night.runId()).isNotEqualTo(before.runId()).isEqualTo(full.runId());
        assertThat(FileTree.digests(Path.of(night.folder()))).isEqualTo(FileTree.digests(Path.of(full.folder())));
        SortedMap<String, Double> ofNight = cpuSeconds(nightly, night);
        SortedMap<String, Double> ofFull = cpuSeconds(folder.resolve("full"), full);
        ofFull.forEach((stage, seconds) -> System.out.printf(
                Locale.ROOT, "%-24s %8.1f %8.1f%n", stage, ofNight.getOrDefault(stage, 0.0), seconds));
        double ratio = sum(ofNight) / sum(ofFull);
        System.out.printf(
                Locale.ROOT,
                "%-24s %8.1f %8.1f  CPU seconds of the night and of the full run; ratio %.3f%n",
                "all",
                sum(ofNight),
                sum(ofFull),
                ratio);
        assertThat(night.counts()).containsEntry("drops read", 1L).containsEntry("drops taken over", 5L);
        assertThat(ratio).isLessThan(1);
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static SortedMap<String, Double> cpuSeconds(Path out, RunOutcome run) throws IOException {
        Path log = out.resolve("run-logs").resolve(run.runId()).resolve("run-log.json");
        JsonNode seconds = new ObjectMapper().readTree(log.toFile()).get("cpuSeconds");
        SortedMap<String, Double> byStage = new TreeMap<>();
        seconds.fields().forEachRemaining(stage -> byStage.put(stage.getKey(), stage.getValue().asDouble()));
        return byStage;
    }

    /** Members of one payer, who are different people, in order. */
    private static SortedSet<String> members(Path out) throws IOException {
        SortedSet<String> members = new TreeSet<>();
        for (Path file : FileTree.files(out.resolve("drops/bluestone-commercial"))) {
            if (file.toString().contains("/accepted/eligibility/")) {
                try (TableReader rows = TableReader.open(
                        new org.apache.hadoop.fs.Path(file.toUri()), Table.ELIGIBILITY.schema(), new Configuration())) {
                    int column = Table.ELIGIBILITY.column("member_id").index();
                    rows.forEachRemaining(row -> members.add((String) row[column]));
                }
            }
        }
        return members;
    }

    private static void deliver(Path landing, SortedSet<String> members, int wanted) {
        assertThat(members).hasSizeGreaterThanOrEqualTo(wanted);
        List<String> lines = new ArrayList<>(List.of(String.join(",", CanonicalDrop.header(Table.OBSERVATION))));
        members.stream()
                .limit(wanted)
                .forEach(member -> lines.add(String.join(
                        ",",
                        CanonicalDrop.record(
                                Table.OBSERVATION,
                                member,
                                Map.of(
                                        "observation_id", "night-" + lines.size(),
                                        "status", "final",
                                        "observation_date", "2025-12-20",
                                        "code_system", "LOINC",
                                        "code", "4548-4",
                                        "value_kind", "QUANTITY",
                                        "value", "7.4",
                                        "unit", "%")))));
        new DropDraft(landing, "bluestone-commercial", "20260201T060000Z-001")
                .createdAt("2026-02-01T06:00:00Z")
                .csv("observations.csv", "observation", String.join("\n", lines) + '\n', wanted)
                .send();
    }
}
