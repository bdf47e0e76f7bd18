package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import scala.Tuple2;

class PublishedBytesTest {
    private static final TableSchema ENTITY = TableSchema.load("dim_entity", List.of());

    @TempDir
    Path folder;

    private static JavaSparkContext spark(String master) {
        return new JavaSparkContext(
                new SparkConf().setMaster(master).setAppName("bytes").set("spark.ui.enabled", "false"));
    }

    private SortedMap<String, String> publish(JavaSparkContext spark, int partitions, int memberFiles)
            throws IOException {
        Path out = Files.createDirectories(folder.resolve(spark.master() + "-" + partitions + "-" + memberFiles));
        Outcome outcome = new CrowdRun().publish(spark, partitions, partitions, memberFiles, out);
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        return SmallRun.tree(out);
    }

    @Test
    void bytesDependNeitherOnPartitionsNorOnOrderNorOnCores() throws IOException {
        SortedMap<String, String> golden;
        try (JavaSparkContext one = spark("local[1]")) {
            golden = publish(one, 1, 3);
            assertThat(publish(one, 3, 3)).isEqualTo(golden);
        }
        try (JavaSparkContext two = spark("local[2]")) {
            assertThat(publish(two, 7, 3)).isEqualTo(golden);
            assertThat(publish(two, 1, 3)).isEqualTo(golden);
        }
        String members = "runs/" + new CrowdRun().id() + "/" + CrowdRun.MEMBERS + "/";
        assertThat(golden.keySet())
                .contains(members + Part.name(0), members + Part.name(1), members + Part.name(2))
                .doesNotContain(members + Part.name(3));
    }

    @Test
    void peopleInOrderAreWrittenWithoutAnotherShuffleAndOthersAreRefused() throws IOException {
        RowMaker<String> maker = id -> List.of(TableRow.of(ENTITY)
                .set("entity_type", "PRACTICE")
                .set("entity_id", id)
                .build());
        RunId runId = new SmallRun(1).id();
        try (JavaSparkContext spark = spark("local[2]");
                Staging staging = SmallRun.at(folder).stage(runId, "ranges")) {
            SparkTables tables = new SparkTables(spark);
            WrittenTable written =
                    tables.writeRanges(staging, "ordered", ENTITY, pairs(spark, "P1", "P2", "P3", "P4"), maker);
            assertThat(written.parts()).extracting(Part::rows).containsExactly(2L, 2L);
            assertThat(tables.reread(staging, written).collect())
                    .extracting(row -> row.text("entity_id"))
                    .containsExactly("P1", "P2", "P3", "P4");
            assertThatThrownBy(() ->
                            tables.writeRanges(staging, "swapped", ENTITY, pairs(spark, "P3", "P4", "P1", "P2"), maker))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            tables.writeRanges(staging, "twice", ENTITY, pairs(spark, "P1", "P1", "P2", "P3"), maker))
                    .hasMessageContaining("twice");
        }
    }

    private static JavaPairRDD<String, String> pairs(JavaSparkContext spark, String... ids) {
        return spark.parallelize(List.of(ids), 2).mapToPair(id -> new Tuple2<>(id, id));
    }

    @Test
    void rangesOfPersonIdsFollowOneAnother() {
        HexRange ranges = new HexRange(3);
        assertThat(ranges.getPartition("P0000000000000000")).isZero();
        assertThat(ranges.getPartition("P5555555500000000")).isZero();
        assertThat(ranges.getPartition("P5555555600000000")).isEqualTo(1);
        assertThat(ranges.getPartition("Pffffffffffffffff")).isEqualTo(2);
        assertThatThrownBy(() -> ranges.getPartition("PZ00000000000000")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Staging.filesFor(0)).isEqualTo(1);
        assertThat(Staging.filesFor(Staging.ROWS_PER_FILE)).isEqualTo(1);
        assertThat(Staging.filesFor(Staging.ROWS_PER_FILE + 1)).isEqualTo(2);
    }
}
