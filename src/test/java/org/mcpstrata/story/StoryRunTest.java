package org.mcpstrata.story;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.LineOfBusiness;

/** A run that says otherwise than a story must be found, whatever the difference is. */
class StoryRunTest {
    private static final Story STORY = new Story(
            "EDU",
            7,
            "two visits",
            "Two dates are two visits.",
            Story.About.NUMERATOR,
            LineOfBusiness.COMMERCIAL,
            "edu-07",
            List.of(),
            List.of(new Expectation(
                    "overall", Map.of("initial_population", true), Map.of("observation", BigDecimal.valueOf(2)))));

    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void startSpark() {
        spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .appName("stories")
                .getOrCreate();
    }

    @AfterAll
    static void stopSpark() {
        spark.stop();
    }

    @Test
    void aRunThatAgreesHasNoDifference() throws Exception {
        assertThat(differences("overall", "story-commercial", true, "2.000000")).isEmpty();
    }

    @Test
    void anotherPopulationIsADifference() throws Exception {
        assertThat(differences("overall", "story-commercial", false, "2.000000"))
                .singleElement()
                .asString()
                .contains("EDU story 7 (two visits)", "initial_population should be true", "Two dates are two visits.");
    }

    @Test
    void anotherCountIsADifference() throws Exception {
        assertThat(differences("overall", "story-commercial", true, "1.000000"))
                .singleElement()
                .asString()
                .contains("observation should be 2, not 1");
    }

    @Test
    void anAbsentCountIsADifference() throws Exception {
        assertThat(differences("overall", "story-commercial", true, null))
                .singleElement()
                .asString()
                .contains("observation should be 2, not absent");
    }

    @Test
    void aMissingRowIsADifference() throws Exception {
        assertThat(differences("with outliers", "story-commercial", true, "2.000000"))
                .singleElement()
                .asString()
                .contains("there are 0");
        assertThat(differences("overall", "story-medicaid-ffs", true, "2.000000"))
                .singleElement()
                .asString()
                .contains("there are 0");
    }

    /** A front door that answers with one result row, whatever was delivered. */
    private List<String> differences(String rate, String payer, boolean initialPopulation, String visits)
            throws Exception {
        Path run = Files.createTempDirectory(folder, "run");
        FrontDoor answer = landing -> {
            spark.range(1)
                    .select(columns(rate, payer, initialPopulation, visits))
                    .write()
                    .parquet(run.resolve("restricted/member_result").toString());
            return run;
        };
        return StoryRun.differences(List.of(STORY), answer, Files.createTempDirectory(folder, "landing"), spark);
    }

    private static Column[] columns(String rate, String payer, boolean initialPopulation, String visits) {
        return new Column[] {
            lit("EDU").as("measure_id"),
            lit(rate).as("rate_id"),
            array(struct(lit(payer).as("payer"), lit("edu-07").as("member_id"))).as("source_members"),
            lit(initialPopulation).as("initial_population"),
            lit(initialPopulation).as("denominator"),
            lit(false).as("denominator_exclusion"),
            lit(false).as("denominator_exception"),
            lit(false).as("numerator"),
            lit(visits).cast("decimal(38,6)").as("observation"),
            lit("12").cast("decimal(38,6)").as("exposure"),
            array(lit("enrolled all year")).as("reasons")
        };
    }
}
