package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

class SameRunTwicePublishesOnceTest {
    @TempDir
    Path folder;

    @Test
    void theSecondRunOfEqualInputsSaysSoAndLeavesEveryPublishedFileUntouched() throws IOException {
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        Path out = folder.resolve("out");

        RunOutcome first = LocalRun.run(landing, out);
        SortedMap<String, String> published = published(out);
        RunOutcome second = LocalRun.run(landing, out);

        assertThat(first.alreadyPublished()).isFalse();
        assertThat(second.alreadyPublished()).isTrue();
        assertThat(second.runId()).isEqualTo(first.runId());
        assertThat(second.generation()).isEqualTo(first.generation()).isEqualTo(1);
        assertThat(second.program()).isEqualTo(first.program()).isNotEmpty();
        assertThat(published(out)).isEqualTo(published);
        assertThat(published).containsKeys("CURRENT", "generations/000001.json", "runs/" + first.runId() + "/run.json");
    }

    /** Killed between moving its people and saying so: what it left is of no use, and holds the values of people. */
    @Test
    void whatADeadRunLeftOfPeopleGoesEvenWhereNothingIsNew() throws IOException {
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        Path out = folder.resolve("out");
        RunOutcome first = LocalRun.run(landing, out);
        Path kept = out.resolve("state/people");
        SortedMap<String, String> whole = FileTree.digests(kept);
        Path dead = Files.createDirectories(kept.resolve(first.runId() + "-a1795420000000-4711"));
        Files.writeString(dead.resolve("part-00000.people"), "of people");
        Path foreign = Files.createDirectories(kept.resolve("notes of the operator"));

        assertThat(LocalRun.run(landing, out).alreadyPublished()).isTrue();

        assertThat(dead).doesNotExist();
        assertThat(foreign).exists();
        assertThat(FileTree.digests(kept)).isEqualTo(whole).isNotEmpty();
    }

    /** Everything a reader can see and the run logs, with times; {@code drops/} is written again by every intake. */
    private static SortedMap<String, String> published(Path out) throws IOException {
        SortedMap<String, String> published = new TreeMap<>();
        for (String part : new String[] {"runs", "generations", "run-logs"}) {
            FileTree.digestsAndTimes(out.resolve(part))
                    .forEach((name, facts) -> published.put(part + "/" + name, facts));
        }
        published.put(
                "CURRENT", Files.getLastModifiedTime(out.resolve("CURRENT")).toString());
        return published;
    }
}
