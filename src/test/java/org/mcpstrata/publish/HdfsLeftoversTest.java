package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.ProblemCode;

/** What runs leave on a real HDFS: kept while their writer lives, removed when it is dead. */
@Tag("full")
class HdfsLeftoversTest {
    private static final String DEAD = "0123456789abcdef0123.staging-dead";

    /** How long the name node of this test waits for a silent writer; a real one waits a minute. */
    private static final long LEASE_MILLIS = 500;

    private static final long LONGEST_SECONDS = 60;

    @TempDir
    static Path folder;

    private static MiniDFSCluster cluster;
    private static Configuration conf;

    @BeforeAll
    static void start() throws IOException {
        conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
        cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    }

    @AfterAll
    static void stop() {
        cluster.shutdown(true);
    }

    private static org.apache.hadoop.fs.Path out(String name) throws IOException {
        return new org.apache.hadoop.fs.Path(cluster.getFileSystem().getUri().toString() + "/" + name);
    }

    private static List<String> runs(org.apache.hadoop.fs.Path out) throws IOException {
        return CommitFiles.of(out, conf).names(new org.apache.hadoop.fs.Path(out, "runs"));
    }

    @Test
    void aSecondRunIsToldThatAnotherOneIsAtWork() throws IOException {
        Publication first = Publication.at(out("alone"), conf);
        try (SoleRun alone = first.alone()) {
            assertThat(alone).isNotNull();
            assertThatThrownBy(() -> Publication.at(out("alone"), conf).alone())
                    .hasMessageContaining(ProblemCode.RUN_IN_PROGRESS.name());
        }
        first.alone().close();
    }

    @Test
    void theStagingOfALivingRunIsKeptAndThatOfAFinishedOneLeavesNothing() throws IOException {
        SmallRun run = new SmallRun(1);
        org.apache.hadoop.fs.Path out = out("living");
        Publication first = Publication.at(out, conf);
        try (Staging staging = first.stage(run.id(), "alive")) {
            run.write(staging);
            assertThat(Publication.at(out, conf).cleanLeftovers()).containsExactly(run.id() + ".staging-alive");
            assertThat(first.cleanLeftovers()).containsExactly(run.id() + ".staging-alive");

            Outcome outcome = first.commit(run.verify(staging));

            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
            assertThat(outcome.warnings()).isEmpty();
        }
        assertThat(runs(out)).containsExactly(run.id().value());
    }

    @Test
    void leftoversOfADeadRunAreCleanedAndNothingElse() throws IOException, InterruptedException {
        SmallRun run = new SmallRun(2);
        org.apache.hadoop.fs.Path out = out("dead");
        run.publish(Publication.at(out, conf), "a");
        org.apache.hadoop.fs.Path runs = new org.apache.hadoop.fs.Path(out, "runs");
        DistributedFileSystem dying =
                (DistributedFileSystem) org.apache.hadoop.fs.FileSystem.newInstance(out.toUri(), conf);
        FSDataOutputStream mark = dying.create(new org.apache.hadoop.fs.Path(runs, DEAD + ".mark"));
        assertThat(mark).isNotNull();
        for (String name : List.of(DEAD + "/restricted/x", DEAD + ".commit", "my own folder.staging-x/y")) {
            dying.create(new org.apache.hadoop.fs.Path(runs, name)).close();
        }
        assertThat(Publication.at(out, conf).cleanLeftovers()).containsExactly(DEAD);

        // The writer stops without closing anything, as a killed process does.
        dying.getClient().closeAllFilesBeingWritten(true);
        cluster.setLeasePeriod(LEASE_MILLIS, TimeUnit.HOURS.toMillis(1));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        List<String> kept = List.of(DEAD);
        while (!kept.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LEASE_MILLIS);
            kept = Publication.at(out, conf).cleanLeftovers();
        }

        assertThat(kept).isEmpty();
        assertThat(runs(out)).containsExactly(run.id().value(), "my own folder.staging-x");
        assertThat(Publication.at(out, conf)
                        .isIntact(
                                Publication.at(out, conf).generations().newest().orElseThrow()))
                .isTrue();
    }
}
