package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    void aPersonWhoComesTwiceOrFromAnotherFilesRangeIsRefused() throws IOException {
        RunId runId = new SmallRun(1).id();
        try (JavaSparkContext spark = spark("local[2]");
                Staging staging = SmallRun.at(folder).stage(runId, "ranges")) {
            JavaPairRDD<String, String> unordered = pairs(spark, "P00000000a", "Pf0000000a", "P00000000b");
            assertThatThrownBy(() -> write(spark, staging, "unordered", unordered))
                    .isInstanceOf(IllegalArgumentException.class);
            JavaPairRDD<String, String> twice = pairs(spark, "P00000000a", "P00000000a", "Pf0000000b")
                    .repartitionAndSortWithinPartitions(SparkTables.ranges(3));
            assertThatThrownBy(() -> write(spark, staging, "twice", twice)).hasMessageContaining("comes twice");
            CountedTables<Long> written = write(
                    spark, staging, "ordered", unordered.repartitionAndSortWithinPartitions(SparkTables.ranges(3)));
            assertThat(written.tables().get(0).parts()).extracting(Part::rows).containsExactly(2L, 1L);
            assertThat(written.sides().collect()).containsExactly(2L, 1L);
            List<String> found = new ArrayList<>();
            staging.reread(written.tables().get(0), row -> found.add(row.text("entity_id")));
            assertThat(found).containsExactly("P00000000a", "P00000000b", "Pf0000000a");
        }
    }

    private static CountedTables<Long> write(
            JavaSparkContext spark, Staging staging, String table, JavaPairRDD<String, String> people) {
        RowMaker<String> maker = id -> List.of(TableRow.of(ENTITY)
                .set("entity_type", "PRACTICE")
                .set("entity_id", id)
                .build());
        return new SparkTables(spark)
                .write(staging, List.of(new PersonTable<>(table, ENTITY, maker)), people, Counted::new, 3);
    }

    private static final class Counted implements SideCount<String, Long> {
        private long people;

        @Override
        public void add(String person) {
            people++;
        }

        @Override
        public Long counted() {
            return people;
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
        assertThat(Staging.filesByPerson(0)).isEqualTo(2);
        assertThat(Staging.filesByPerson(200_000)).isEqualTo(2);
        assertThat(Staging.filesByPerson(200_001)).isEqualTo(3);
    }
}
