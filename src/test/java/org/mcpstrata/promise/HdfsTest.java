package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

@Tag("full")
class HdfsTest {
    private static final Map<String, String> TWO_CORES = Map.of("spark.master", "local[2]");

    @TempDir
    Path folder;

    @Test
    void landingReadFromAndResultsWrittenToHdfsAreTheBytesOfALocalRun() throws IOException {
        Path landing = LocalRun.generate(60, folder.resolve("landing"));
        RunOutcome local = LocalRun.run(landing, folder.resolve("local"));
        SortedMap<String, String> bytes = published(folder.resolve("local"));
        assertThat(bytes).containsKey("runs/" + local.runId() + "/restricted/stratified_result/part-00000.parquet");

        Configuration conf = new Configuration();
        conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        MiniDFSCluster cluster =
                new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
        try {
            FileSystem hdfs = cluster.getFileSystem();
            String root = hdfs.getUri().toString();
            hdfs.copyFromLocalFile(path(landing.toString()), path(root + "/landing"));

            RunOutcome first = LocalRun.run(root + "/landing", root + "/out", Clock.systemUTC(), TWO_CORES);
            RunOutcome second = LocalRun.run(root + "/landing", root + "/out", Clock.systemUTC(), TWO_CORES);

            assertThat(first.problems()).isEmpty();
            assertThat(first.alreadyPublished()).isFalse();
            assertThat(second.alreadyPublished()).isTrue();
            Path fetched = folder.resolve("fetched");
            hdfs.copyToLocalFile(false, path(root + "/out"), path(fetched.toString()), true);
            assertThat(published(fetched)).isEqualTo(bytes);
        } finally {
            cluster.shutdown(true);
        }
    }

    private static org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path(name);
    }

    /** All bytes but the run log's clock times. */
    private static SortedMap<String, String> published(Path out) throws IOException {
        return FileTree.timelessDigests(out);
    }
}
