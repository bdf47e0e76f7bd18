package org.mcpstrata.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import com.holdenkarau.spark.testing.SharedJavaSparkContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Published tables as any Spark user reads them: with a path and nothing else. */
class PublishedTablesTest {
    private static final class Suite extends JavaDatasetSuiteBase {
        @Override
        public boolean enableHiveSupport() {
            return false;
        }
    }

    private static final Suite SUITE = new Suite();
    private static final CrowdRun RUN = new CrowdRun();

    @TempDir
    static Path folder;

    @BeforeAll
    static void publish() throws IOException {
        SUITE.runBefore();
        SUITE.spark().conf().set("spark.sql.shuffle.partitions", "2");
        RUN.publish(SUITE.jsc(), 2, 1, 3, folder);
    }

    @AfterAll
    static void stop() {
        SharedJavaSparkContext.runAfterClass();
    }

    private static Dataset<Row> read(String table) {
        return SUITE.spark()
                .read()
                .parquet(folder.resolve("runs")
                        .resolve(RUN.id().value())
                        .resolve(table)
                        .toString());
    }

    @Test
    void statesAreTheSumOfTheirPractices() {
        SUITE.assertDataFrameNoOrderEquals(bySex("PRACTICE"), bySex("STATE"));
        assertThat(bySex("STATE").count()).isGreaterThan(5);
    }

    private static Dataset<Row> bySex(String entityType) {
        return read(CrowdRun.STRATIFIED)
                .where(col("entity_type").equalTo(entityType))
                .where(col("stratifier_id").equalTo("sex"))
                .where(col("measure_id").equalTo("TPCC"))
                .where(col("payer_scope").equalTo("ALL"))
                .groupBy("entity_state", "stratum_id")
                .agg(
                        sum("initial_population").as("people"),
                        sum("observation_sum").cast("decimal(38,6)").as("dollars"));
    }

    @Test
    void theProgramTotalsAreThePeopleOfMemberResult() {
        Dataset<Row> members = read(CrowdRun.MEMBERS)
                .groupBy("measure_id", "rate_id")
                .agg(people("initial_population"), people("denominator_exclusion"), people("numerator"));
        Dataset<Row> totals = read(CrowdRun.STRATIFIED)
                .where(col("entity_type").equalTo("PROGRAM"))
                .where(col("payer_scope").equalTo("ALL"))
                .where(col("stratifier_id").equalTo("TOTAL"))
                // Derived rates have no verdicts of their own.
                .where(col("rate_id").notEqual("observed to expected"))
                .select(
                        col("measure_id"),
                        col("rate_id"),
                        col("initial_population"),
                        col("denominator_exclusion"),
                        // Where a rate has no numerator, nobody may be in one.
                        when(col("numerator").isNotNull(), col("numerator"))
                                .otherwise(lit(0L))
                                .as("numerator"));
        assertThat(totals.count()).isEqualTo(5);
        SUITE.assertDataFrameNoOrderEquals(members, totals);
    }

    @Test
    void everyStratumOfTheProgramLeadsToItsPeople() {
        Dataset<Row> anchors = read("restricted/dim_measure").select("measure_id", "rate_id", "age_anchor");
        Dataset<Row> homes = read("restricted/dim_stratum")
                .select(
                        col("stratifier_id"),
                        col("stratum_id"),
                        coalesce(col("counted_in"), col("stratum_id")).as("home"));
        Dataset<Row> followed = read(CrowdRun.MEMBERS)
                .where(col("initial_population"))
                .join(anchors, toSeq("measure_id", "rate_id"))
                .join(read(CrowdRun.STRATA), toSeq("run_id", "person_id", "practice_id", "state", "age_anchor"))
                .join(homes, toSeq("stratifier_id", "stratum_id"))
                .groupBy(
                        col("measure_id"),
                        col("rate_id"),
                        col("stratifier_id"),
                        col("home").as("stratum_id"))
                .agg(sum(lit(1L)).as("people"));
        Dataset<Row> shown = read(CrowdRun.STRATIFIED)
                .where(col("entity_type").equalTo("PROGRAM"))
                .where(col("payer_scope").equalTo("ALL"))
                .where(col("stratifier_id").notEqual("TOTAL"))
                .where(col("initial_population").gt(0))
                .select(
                        col("measure_id"),
                        col("rate_id"),
                        col("stratifier_id"),
                        col("stratum_id"),
                        col("initial_population").as("people"));
        // Rates made of others have no verdicts of their own to follow.
        Dataset<Row> ofVerdicts = shown.join(
                read(CrowdRun.MEMBERS).select("measure_id", "rate_id").distinct(),
                toSeq("measure_id", "rate_id"),
                "leftsemi");
        assertThat(ofVerdicts.count()).isGreaterThan(100);
        SUITE.assertDataFrameNoOrderEquals(ofVerdicts, followed);
    }

    private static Seq<String> toSeq(String... columns) {
        return CollectionConverters.asScala(List.of(columns)).toSeq();
    }

    private static Column people(String flag) {
        return sum(when(col(flag), 1L).otherwise(0L)).as(flag);
    }

    @Test
    void everyTableHasTheColumnsOfItsContract() {
        assertThat(read(CrowdRun.STRATIFIED).columns()).hasSize(58);
        assertThat(read(CrowdRun.STRATIFIED)
                        .schema()
                        .apply("observation_sum")
                        .dataType()
                        .sql())
                .isEqualTo("DECIMAL(38,6)");
        assertThat(read(CrowdRun.STRATIFIED)
                        .schema()
                        .apply("components")
                        .dataType()
                        .sql())
                .isEqualTo("MAP<STRING, STRING>");
        assertThat(read(CrowdRun.MEMBERS)
                        .schema()
                        .apply("source_members")
                        .dataType()
                        .sql())
                .isEqualTo("ARRAY<STRUCT<payer: STRING, member_id: STRING>>");
        assertThat(read(CrowdRun.MEMBERS).inputFiles()).hasSize(3);
        assertThat(read("restricted/dim_entity").count()).isEqualTo(4 + 3 + 1);
        assertThat(read("restricted/dim_stratum")
                        .where(col("stratum_kind").equalTo("TOTAL"))
                        .count())
                .isEqualTo(1);
    }
}
