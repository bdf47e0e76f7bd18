package org.mcpstrata.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.survey.SurveyLanding.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.DefinitionFiles;
import org.mcpstrata.run.MemberExplanation;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.time.MeasurementPeriod;

/** Survey responses of one plan's members and of a vendor, from a landing folder to {@code stratified_result}. */
class SurveysThroughTheFrontDoorTest {
    private static final String SCORE = "score 1-4";
    private static final String PERCENT = "score 0-100";
    private static final String SPRING = "2025-03-01";

    private static SparkSession spark;
    private static List<Row> results;
    private static List<Row> members;
    private static List<Row> dimMeasure;
    private static String runRecord;
    private static RunOptions options;
    private static int next;

    @BeforeAll
    static void run(@TempDir Path folder) throws IOException {
        spark = QuerySession.start();
        deliver(folder.resolve("landing"));
        String shipped = Files.readString(Path.of("measures/programs/mcp.yaml"));
        Path program = Files.writeString(
                folder.resolve("program.yaml"), shipped + "\nlarge practices: [TOO-SMALL-GROUP, LARGE-GROUP]\n");
        options = RunOptions.of(
                        folder.resolve("landing").toString(),
                        folder.resolve("out").toString(),
                        new MeasurementPeriod(2025),
                        Path.of("measures"))
                .program(Optional.of(program))
                .build();
        RunOutcome outcome =
                QualityRun.execute(options, QuerySession.context(spark), Clock.systemUTC(), Progress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        Path run =
                Path.of(new org.apache.hadoop.fs.Path(outcome.folder()).toUri().getPath());
        results = rows(run, "stratified_result").filter("measure_id = 'PCPCM'").collectAsList();
        members = rows(run, "member_result").collectAsList();
        dimMeasure = rows(run, "dim_measure").filter("measure_id = 'PCPCM'").collectAsList();
        runRecord = Files.readString(run.resolve("run.json"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Dataset<Row> rows(Path run, String table) {
        return spark.read().parquet(run.resolve("restricted").resolve(table).toString());
    }

    private static void deliver(Path landing) throws IOException {
        SurveyLanding plan =
                new SurveyLanding(landing, "plan", "COMMERCIAL", "20260110T000000Z-001", "2026-01-10T00:00:00Z");
        SurveyLanding vendor =
                new SurveyLanding(landing, "vendor", "NONE", "20260115T000000Z-001", "2026-01-15T00:00:00Z");
        SurveyLanding again =
                new SurveyLanding(landing, "vendor", "NONE", "20260120T000000Z-001", "2026-01-20T00:00:00Z");
        plan.covered("describes-a", 9001, "female").attributed("describes-a", "TWO-SEXES", "CO");
        Delivery delivery = new Delivery(plan, vendor);

        delivery.people("TWO-SEXES", 20, "female", answers(4, 11));
        delivery.people("TWO-SEXES", 10, "female", answers(1, 8));
        delivery.people("TWO-SEXES", 30, "male", answers(2, 11));

        delivery.people("EXACTLY-30", 30, "female", answers(3, 11));
        String somebody = delivery.person("female");
        vendor.response("E-before", "EXACTLY-30", somebody, "2024-12-31", answers(1, 11))
                .response("E-after", "EXACTLY-30", somebody, "2026-01-01", answers(1, 11));

        delivery.people("ONLY-29", 29, "female", answers(3, 11));
        delivery.people("ONLY-29", 1, "female", answers(3, 7));

        delivery.people("ITEM-LEFT-OUT", 30, "male", answers(3, 8));

        delivery.people("TWICE", 29, "female", answers(4, 11));
        String twice = delivery.person("female");
        vendor.response("T-early", "TWICE", twice, "2025-02-01", answers(1, 11))
                .response("T-late", "TWICE", twice, SPRING, answers(4, 11))
                .response("T-incomplete", "TWICE", twice, "2025-06-01", answers(1, 7));

        delivery.people("SAME-DAY", 28, "female", answers(4, 11));
        String fuller = delivery.person("female");
        vendor.response("S-fewer", "SAME-DAY", fuller, SPRING, answers(1, 8))
                .response("S-more", "SAME-DAY", fuller, SPRING, answers(4, 11));
        String first = delivery.person("female");
        vendor.response("S-first", "SAME-DAY", first, SPRING, answers(4, 11))
                .response("S-second", "SAME-DAY", first, SPRING, answers(1, 11));

        delivery.people("SENT-AGAIN", 29, "female", answers(2, 11));
        vendor.response("R-again", "SENT-AGAIN", "", SPRING, answers(1, 11));
        again.response("R-again", "SENT-AGAIN", delivery.person("female"), SPRING, answers(2, 11));

        delivery.people("ANYBODY", 10, "female", answers(3, 11));
        for (int i = 0; i < 10; i++) {
            vendor.response("U-stranger-" + i, "ANYBODY", "stranger-" + i, SPRING, answers(3, 11))
                    .response("U-nobody-" + i, "ANYBODY", "", SPRING, answers(3, 11));
        }
        vendor.response("U-incomplete", "ANYBODY", "", SPRING, answers(3, 5));

        delivery.nobody("TOO-SMALL-GROUP", 149, answers(4, 11));
        delivery.nobody("LARGE-GROUP", 150, answers(4, 11));
        plan.write();
        vendor.write();
        again.write();
    }

    /** Members of the plan, attributed to one practice, whose responses a vendor delivers about others. */
    private record Delivery(SurveyLanding plan, SurveyLanding vendor) {
        String person(String sex) {
            int number = ++next;
            plan.covered("m" + number, number, sex).attributed("m" + number, "HOME", "NY");
            vendor.linked("v" + number, number);
            return "v" + number;
        }

        void people(String practice, int count, String sex, String answers) {
            for (int i = 0; i < count; i++) {
                String person = person(sex);
                vendor.response("response-" + next, practice, person, SPRING, answers);
            }
        }

        void nobody(String practice, int count, String answers) {
            for (int i = 0; i < count; i++) {
                vendor.response(practice + "-" + i, practice, "", SPRING, answers);
            }
        }
    }

    private static Row row(String type, String id, String scope, String stratifier, String stratum, String rate) {
        List<Row> found = results.stream()
                .filter(row -> row.getAs("entity_type").equals(type)
                        && (id.isEmpty() || row.getAs("entity_id").equals(id))
                        && row.getAs("payer_scope").equals(scope)
                        && row.getAs("stratifier_id").equals(stratifier)
                        && row.getAs("stratum_id").equals(stratum)
                        && row.getAs("rate_id").equals(rate))
                .toList();
        assertThat(found).as("%s %s %s", id, scope, stratum).hasSize(1);
        return found.get(0);
    }

    private static Row total(String practice) {
        return row("PRACTICE", practice, "ALL", "TOTAL", "TOTAL", SCORE);
    }

    private static Double value(Row row) {
        return row.getAs("value");
    }

    private static long scored(Row row) {
        return row.<Long>getAs("performance_denominator");
    }

    @Test
    void theScoreIsTheMeanOfItemMeansAndNotOfPeoplesMeans() {
        // Women: items 1 to 8 (20·4 + 10·1)/30 = 3, items 9 to 11 4; mean 36/11. Their own means average 3.
        Row women = row("PRACTICE", "TWO-SEXES", "ALL", "sex", "F", SCORE);
        assertThat(value(women)).isCloseTo(36 / 11.0, within(1e-12));
        assertThat(scored(women)).isEqualTo(30);
    }

    @Test
    void thePracticesScoreIsNotTheAverageOfItsGroupsScores() {
        // Items 1 to 8: 150/60 = 2.5, items 9 to 11: 140/50 = 2.8; the groups score 36/11 and 2.
        assertThat(value(row("PRACTICE", "TWO-SEXES", "ALL", "sex", "M", SCORE)))
                .isCloseTo(2, within(1e-12));
        assertThat(value(total("TWO-SEXES"))).isCloseTo((8 * 2.5 + 3 * 2.8) / 11, within(1e-12));
    }

    @Test
    void oneScoreIsShownOnTwoLabelledScales() {
        Row percent = row("PRACTICE", "TWO-SEXES", "ALL", "sex", "F", PERCENT);
        assertThat(value(percent)).isCloseTo(100 * (36 / 11.0 - 1) / 3, within(1e-10));
        assertThat(percent.<String>getAs("unit")).isEqualTo("score 0-100");
        assertThat(total("TWO-SEXES").<String>getAs("unit")).isEqualTo("score 1-4");
        assertThat(percent.<String>getAs("reliability"))
                .isEqualTo(
                        row("PRACTICE", "TWO-SEXES", "ALL", "sex", "F", SCORE).getAs("reliability"));
        assertThat(dimMeasure)
                .extracting(row -> row.<String>getAs("unit"))
                .containsExactlyInAnyOrder("score 1-4", "score 0-100");
    }

    @Test
    void theSumHoldsAllPointsAsTheyWereAnswered() {
        assertThat(total("TWO-SEXES").getDecimal(total("TWO-SEXES").fieldIndex("observation_sum")))
                .isEqualByComparingTo("1620");
    }

    @Test
    void theIntervalTreatsAResponseAsOneCluster() {
        // Women: residual of the 20 is (8·1/30 + 0)/11, of the 10 it is (8·(−2)/30)/11.
        double squares = 20 * Math.pow(8 / 30.0 / 11, 2) + 10 * Math.pow(-16 / 30.0 / 11, 2);
        double half = 1.9599639845400542 * Math.sqrt(squares * 30 / 29);
        Row women = row("PRACTICE", "TWO-SEXES", "ALL", "sex", "F", SCORE);
        assertThat(women.<Double>getAs("value_lo")).isCloseTo(36 / 11.0 - half, within(1e-12));
        assertThat(women.<Double>getAs("value_hi")).isCloseTo(36 / 11.0 + half, within(1e-12));
        assertThat(women.<String>getAs("ci_method")).isEqualTo("ITEM_MEANS_LINEARISED");
    }

    @Test
    void exactlyThirtyResponsesHaveAScoreAndOnesOutsideTheYearDoNotCount() {
        assertThat(scored(total("EXACTLY-30"))).isEqualTo(30);
        assertThat(value(total("EXACTLY-30"))).isCloseTo(3, within(1e-12));
        assertThat(total("EXACTLY-30").<String>getAs("quality_mark")).isEqualTo("OK");
    }

    @Test
    void twentyNineCompleteResponsesShowTheirCountsAndTheReasonAndNoScore() {
        Row row = total("ONLY-29");
        assertThat(row.<Long>getAs("initial_population")).isEqualTo(30);
        assertThat(scored(row)).isEqualTo(29);
        assertThat(value(row)).isNull();
        assertThat(row.<Double>getAs("value_lo")).isNull();
        assertThat(row.<String>getAs("quality_mark")).isEqualTo("BLOCKED");
        assertThat(row.<String>getList(row.fieldIndex("quality_rules"))).containsExactly("BELOW_30_RESPONSES");
        assertThat(row.<String>getAs("reliability")).isEqualTo("C");
    }

    @Test
    void aGroupInsideAPracticeNeedsThirtyResponsesItself() {
        Row row = row("PRACTICE", "ANYBODY", "ALL", "sex", "F", SCORE);
        assertThat(scored(row)).isEqualTo(10);
        assertThat(value(row)).isNull();
    }

    @Test
    void anItemThatNobodyAnsweredLeavesNoScore() {
        Row row = total("ITEM-LEFT-OUT");
        assertThat(scored(row)).as("8 of 11 items are complete").isEqualTo(30);
        assertThat(value(row)).isNull();
        assertThat(row.<String>getList(row.fieldIndex("quality_rules"))).containsExactly("ITEM_ANSWERED_BY_NOBODY");
    }

    @Test
    void ofOnePersonsResponsesTheLastCompleteOneCounts() {
        assertThat(total("TWICE").<Long>getAs("initial_population")).isEqualTo(30);
        assertThat(scored(total("TWICE"))).isEqualTo(30);
        assertThat(value(total("TWICE"))).isCloseTo(4, within(1e-12));
    }

    @Test
    void ofTwoOnOneDayTheFullerCountsAndThenTheFirstDelivered() {
        assertThat(scored(total("SAME-DAY"))).isEqualTo(30);
        assertThat(value(total("SAME-DAY"))).isCloseTo(4, within(1e-12));
    }

    @Test
    void aResponseSentAgainWithItsPersonReplacesTheAnonymousOne() {
        assertThat(scored(total("SENT-AGAIN"))).isEqualTo(30);
        assertThat(value(total("SENT-AGAIN"))).isCloseTo(2, within(1e-12));
        assertThat(runRecord).contains("\"replaced\"");
    }

    @Test
    void anonymousResponsesCountForTheirPracticeInTheStratumWithoutInformation() {
        assertThat(total("ANYBODY").<Long>getAs("initial_population")).isEqualTo(31);
        assertThat(scored(total("ANYBODY"))).isEqualTo(30);
        assertThat(value(total("ANYBODY"))).isCloseTo(3, within(1e-12));
        assertThat(scored(row("PRACTICE", "ANYBODY", "ALL", "sex", "NO_INFORMATION", SCORE)))
                .isEqualTo(20);
    }

    @Test
    void anonymousResponsesAreNobodysAndStrangersArePersons() {
        assertThat(members.stream()
                        .filter(row -> row.getAs("measure_id").equals("PCPCM")
                                && row.getAs("rate_id").equals(SCORE)
                                && row.getAs("practice_id").equals("ANYBODY")))
                .as("10 members and 10 strangers")
                .hasSize(20);
    }

    @Test
    void aResponseCountsForThePracticeItIsAboutAndThePersonForItsOwn() {
        assertThat(results.stream()
                        .filter(row -> row.getAs("entity_id").equals("HOME"))
                        .filter(row -> row.getAs("stratifier_id").equals("TOTAL"))
                        .mapToLong(SurveysThroughTheFrontDoorTest::scored)
                        .sum())
                .isZero();
        assertThat(total("TWO-SEXES").<String>getAs("entity_state")).isEqualTo("CO");
        assertThat(members.stream()
                        .filter(row -> row.getAs("measure_id").equals("Q487")
                                && row.getAs("practice_id").equals("TWO-SEXES")))
                .as("only the one person who is attributed there")
                .hasSize(1);
    }

    @Test
    void aPracticeThatNobodyDescribesLiesInNoKnownState() {
        assertThat(total("EXACTLY-30").<String>getAs("entity_state")).isEqualTo("UNKNOWN");
        assertThat(scored(row("STATE", "UNKNOWN", "ALL", "TOTAL", "TOTAL", SCORE))
                        + scored(row("STATE", "CO", "ALL", "TOTAL", "TOTAL", SCORE)))
                .isEqualTo(scored(row("PROGRAM", "", "ALL", "TOTAL", "TOTAL", SCORE)))
                .isEqualTo(60 + 30 + 29 + 30 + 30 + 30 + 30 + 30 + 149 + 150);
    }

    @Test
    void aLargePracticeNeedsAHundredAndFifty() {
        Row small = total("TOO-SMALL-GROUP");
        assertThat(scored(small)).isEqualTo(149);
        assertThat(value(small)).isNull();
        assertThat(small.<String>getList(small.fieldIndex("quality_rules")))
                .containsExactly("PRACTICE_BELOW_150_RESPONSES");
        assertThat(value(total("LARGE-GROUP"))).isCloseTo(4, within(1e-12));
    }

    @Test
    void aPlansMembersScoreForTheirPlanToo() {
        Row row = row("PRACTICE", "TWO-SEXES", "payer:plan", "TOTAL", "TOTAL", SCORE);
        assertThat(scored(row)).isEqualTo(60);
        assertThat(value(row)).isEqualTo(value(total("TWO-SEXES")));
    }

    @Test
    void aPersonsResponseIsExplainedWithItsPractice() {
        String page = MemberExplanation.of(
                new MemberExplanation.Question(
                        "PCPCM",
                        new Member("vendor", "v1"),
                        options.out(),
                        Optional.empty(),
                        new DefinitionFiles(
                                new MeasureFolders(options.measures(), Optional.empty()),
                                options.program(),
                                Optional.empty()),
                        Optional.of(SCORE)),
                spark.sparkContext().hadoopConfiguration());

        assertThat(page.replaceAll("\\s+", " "))
                .contains("counts for practice TWO-SEXES, with 44 points in 11 answered items of 11");
    }

    @Test
    void whatRestsOnMemoryIsToldBesideTheScore() {
        assertThat(dimMeasure.get(0).<String>getList(dimMeasure.get(0).fieldIndex("unverified")))
                .anyMatch(note -> note.contains("mean of the items' means"));
    }
}
