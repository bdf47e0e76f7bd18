package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

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
        SmallDrop.deliver(landing, nightly, people / ONE_IN);

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
        seconds.fields()
                .forEachRemaining(
                        stage -> byStage.put(stage.getKey(), stage.getValue().asDouble()));
        return byStage;
    }
}
