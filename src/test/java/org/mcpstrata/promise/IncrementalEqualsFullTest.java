package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.run.RunOutcome;

/**
 * After every sequence of up to ten drops, taken in night by night, the published run has the bytes of one that read
 * everything at once. {@code -Dmcp.sequences=200} proves more sequences, by hand.
 */
@Tag("full")
class IncrementalEqualsFullTest {
    private static final int MOST_DROPS = 10;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(Long.getLong("mcp.sequence", 1), Long.getLong("mcp.sequences", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nightsAddUpToTheBytesOfOneRunFromScratch(long seed) throws IOException {
        Path landing = folder.resolve("landing");
        LandingHistory history = new LandingHistory(seed, landing);
        history.begin();
        RunOutcome nightly = LocalRun.run(landing, folder.resolve("nightly"));
        long takenOver = 0;
        long people = 0;
        while (history.drops() < MOST_DROPS - 2) {
            history.night();
            nightly = LocalRun.run(landing, folder.resolve("nightly"));
            takenOver += nightly.counts().get("drops taken over");
            people += nightly.counts().getOrDefault("persons taken over", 0L);
        }
        System.out.printf(
                "seed %d: %d drops and %d people taken over%s%n",
                seed,
                takenOver,
                people,
                nightly.alreadyPublished() ? "; the last night added nothing that counts" : "");
        RunOutcome full = LocalRun.run(landing, folder.resolve("full"));

        assertThat(nightly.runId()).as("seed %d", seed).isEqualTo(full.runId());
        boolean before = nightly.alreadyPublished();
        assertThat(published(folder.resolve("nightly"), nightly, before))
                .as("seed %d", seed)
                .isEqualTo(published(folder.resolve("full"), full, before));
        assertThat(takenOver).as("seed %d takes drops over", seed).isPositive();
    }

    /**
     * Every file of the published run. Of a run that an earlier night published, the tables alone: its record tells the laws
     * of the drops that lay there then, and a drop that does not count makes no other run.
     */
    private static SortedMap<String, String> published(Path out, RunOutcome run, boolean before) throws IOException {
        SortedMap<String, String> files =
                new TreeMap<>(FileTree.digests(out.resolve("runs").resolve(run.runId())));
        if (before) {
            assertThat(files.remove("run.json")).isNotNull();
        }
        assertThat(files).containsKey("restricted/member_result/part-00000.parquet");
        assertThat(files).containsKey("restricted/stratified_result/part-00000.parquet");
        return files;
    }
}
