package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.publish.Generation;
import org.mcpstrata.publish.Publication;

@Tag("full")
class KilledRunChangesNothingTest {
    private static final int KILLS = 20;
    private static final long LONGEST_SECONDS = 180;

    @TempDir
    Path folder;

    @Test
    void aRunKilledAtAnyMomentLeavesNothingAReaderCouldMistakeForAResult() throws IOException, InterruptedException {
        long seed = Long.getLong("mcp.seed", new Random().nextLong());
        System.out.println("Kills drawn from seed " + seed + "; -Dmcp.seed=" + seed + " draws the same");
        Random random = new Random(seed);
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        Path golden = folder.resolve("golden");
        long started = System.nanoTime();
        runToTheEnd(landing, golden);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        SortedMap<String, String> bytes = published(golden);
        assertThat(bytes).containsKey("CURRENT").containsKey("generations/000001.json");

        int alive = 0;
        int round = 0;
        Path out = folder.resolve("out" + round);
        for (int kill = 0; kill < KILLS; kill++) {
            long moment = (long) (millis * (kill + random.nextDouble()) / KILLS);
            try (ChildJvm run = ChildJvm.run(landing, out, folder.resolve("logs"))) {
                alive += run.killAfter(moment) ? 1 : 0;
            }
            String when = "seed " + seed + ", killed after " + moment + " of " + millis + " ms";
            if (assertReadersSeeAllOrNothing(out, when)) {
                // Another run makes good what the killed one could not tidy, and changes nothing else.
                runToTheEnd(landing, out);
                assertThat(published(out)).as(when).isEqualTo(bytes);
                round++;
                out = folder.resolve("out" + round);
            }
        }
        assertThat(alive).as("seed " + seed + ": runs that were still running").isGreaterThan(KILLS / 4);

        runToTheEnd(landing, out);
        assertThat(published(out)).as("seed " + seed).isEqualTo(bytes);
    }

    /** True where a run is published; it must then be whole. */
    private static boolean assertReadersSeeAllOrNothing(Path out, String when) throws IOException {
        Path current = out.resolve("CURRENT");
        if (!Files.exists(out)) {
            return false;
        }
        Publication publication = Publication.at(new org.apache.hadoop.fs.Path(out.toString()), new Configuration());
        List<Generation> generations = publication.generations().all();
        assertThat(generations).as(when).hasSizeLessThanOrEqualTo(1).allMatch(publication::isIntact);
        if (generations.isEmpty()) {
            assertThat(current).as(when).doesNotExist();
            return false;
        }
        if (Files.exists(current)) {
            assertThat(current).as(when).hasContent(generations.get(0).runId() + "\n");
        }
        return true;
    }

    private void runToTheEnd(Path landing, Path out) throws IOException, InterruptedException {
        try (ChildJvm run = ChildJvm.run(landing, out, folder.resolve("logs"))) {
            assertThat(run.exitWithin(LONGEST_SECONDS)).as(run.err()).isZero();
        }
    }

    /** All bytes but the run log's clock times; a leftover of a killed run would be one more name. */
    private static SortedMap<String, String> published(Path out) throws IOException {
        return FileTree.timelessDigests(out);
    }
}
