package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedMap;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.run.Rollback;
import org.mcpstrata.run.RunOutcome;

/** The folder of a run that readers see may be lost; the next run with the same input brings it back (promises.md 8). */
class AMissingRunIsMadeAgainTest {
    @TempDir
    private Path folder;

    @Test
    void theNextNightPublishesWhatIsGoneAndOnlyWhatNobodyUndid() throws IOException {
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        Path out = folder.resolve("out");
        Path profiles = Files.createDirectory(folder.resolve("profiles"));
        Files.writeString(
                profiles.resolve("state-medicaid.yaml"),
                "payer: state-medicaid\nmost rejected: { share: 0.02, reason: new system }\n");
        RunOutcome first = LocalRun.run(landing, out);
        SortedMap<String, String> published = FileTree.digests(out.resolve("runs"));
        FileUtils.deleteDirectory(out.resolve("runs").resolve(first.runId()).toFile());

        RunOutcome again = LocalRun.run(landing, out);

        assertThat(again.alreadyPublished()).isFalse();
        assertThat(again.generation()).isEqualTo(2);
        assertThat(FileTree.digests(out.resolve("runs"))).isEqualTo(published);

        RunOutcome undone = LocalRun.runWithProfiles(landing, out, profiles);
        new Rollback(out.toString(), new RunId(first.runId()), "why not")
                .execute(Clock.systemUTC(), new Configuration());
        FileUtils.deleteDirectory(out.resolve("runs").resolve(undone.runId()).toFile());

        RunOutcome notAgain = LocalRun.runWithProfiles(landing, out, profiles);

        assertThat(notAgain.alreadyPublished()).isTrue();
        assertThat(notAgain.problems()).extracting(Problem::code).contains(ProblemCode.RUN_UNDONE);
        assertThat(notAgain.program()).isEmpty();
        assertThat(FileTree.digests(out.resolve("runs"))).isEqualTo(published);
    }
}
