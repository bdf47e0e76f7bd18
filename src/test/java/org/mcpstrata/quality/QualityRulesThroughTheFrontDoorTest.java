package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Three payers of ten members: one with planted defects, one without, one with too many bad lines. Run once as it is, and
 * once with profiles that allow what was found.
 */
class QualityRulesThroughTheFrontDoorTest {
    private static final String DROP = "20260115T120405Z-001";
    private static final int MEMBERS = 10;

    private static SparkSession spark;
    private static Path folder;
    private static RunOutcome outcome;
    private static List<Row> findings;
    private static List<Row> results;
    private static List<Row> allowedFindings;
    private static List<Row> allowedResults;

    @BeforeAll
    static void run(@TempDir Path temporary) throws IOException {
        folder = temporary;
        spark = QuerySession.start();
        deliver("plan", "COMMERCIAL", 2, 1, 1, 0);
        deliver("state", "MEDICAID_FFS", 0, 0, 0, 0);
        deliver("late", "MEDICARE_ADVANTAGE", 0, 0, 0, 2);
        outcome = run(Optional.empty());
        findings = rows(outcome, "dq_result");
        results = rows(outcome, "stratified_result");
        Path profiles = Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(profiles.resolve("plan.yaml"), """
                payer: plan
                thresholds:
                  DQ38_RESULT_PLAUSIBLE: { share: 0.2, until: 2026-01-15, reason: their laboratory changes its system }
                  DQ16_DEMOGRAPHICS_CODED: { share: 0.2, until: 2026-01-14, reason: ended the day before the drop }
                """);
        Files.writeString(
                profiles.resolve("late.yaml"),
                "payer: late\nmost rejected: { share: 0.2, reason: their first drop }\n");
        RunOutcome allowed = run(Optional.of(profiles));
        assertThat(allowed.runId()).as("profiles are part of the run id").isNotEqualTo(outcome.runId());
        allowedFindings = rows(allowed, "dq_result");
        allowedResults = rows(allowed, "stratified_result");
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static RunOutcome run(Optional<Path> profiles) {
        return QualityRun.execute(
                RunOptions.of(
                                folder.resolve("landing").toString(),
                                folder.resolve("out").toString(),
                                new MeasurementPeriod(2025),
                                Path.of("measures"))
                        .payerProfiles(profiles)
                        .build(),
                QuerySession.context(spark),
                Clock.systemUTC(),
                Progress.SILENT);
    }

    private static void deliver(
            String payer, String line, int highResults, int strangeRaces, int wrongNpis, int impossibleDates) {
        StringBuilder members = new StringBuilder(
                "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state\n");
        StringBuilder races = new StringBuilder("member_id,attribute,value,code_system,method,observed_date\n");
        StringBuilder results = new StringBuilder(
                "observation_id,member_id,observation_date,code,code_system,value,unit,status,performer_npi\n");
        for (int i = 0; i < MEMBERS; i++) {
            String member = payer + i;
            String from = i < impossibleDates ? "2025-02-30" : "2025-01-01";
            members.append(String.join(",", member, "1970-05-01", "female", from, "2025-12-31", line, "CO\n"));
            String race = i < strangeRaces ? "9999-9" : "2106-3";
            races.append(String.join(",", member, "race", race, "CDCREC", "SELF_REPORT", "2025-01-01\n"));
            String value = i < highResults ? "71" : "7.1";
            String npi = i < wrongNpis ? "1234567890\n" : "1234567893\n";
            results.append(
                    String.join(",", "o" + i, member, "2025-06-01", "4548-4", "LOINC", value, "%", "final", npi));
        }
        new DropDraft(folder.resolve("landing"), payer, DROP)
                .set(manifest -> manifest.put("lineOfBusiness", line))
                .csv("eligibility.csv", "eligibility", members.toString(), MEMBERS)
                .csv("demographics.csv", "demographics", races.toString(), MEMBERS)
                .csv("observation.csv", "observation", results.toString(), MEMBERS)
                .send();
    }

    private static List<Row> rows(RunOutcome of, String table) {
        Path run = Path.of(new org.apache.hadoop.fs.Path(of.folder()).toUri().getPath());
        return spark.read()
                .parquet(run.resolve("restricted").resolve(table).toString())
                .collectAsList();
    }

    private static List<String> outcomes(List<Row> table, String payer, String... statuses) {
        return table.stream()
                .filter(row -> row.<String>getAs("payer").equals(payer))
                .filter(row -> List.of(statuses).contains(row.<String>getAs("status")))
                .map(row -> row.getAs("rule") + " " + row.getAs("bad") + "/" + row.getAs("denominator") + " "
                        + row.getAs("status"))
                .toList();
    }

    private static List<String> rules(Row result) {
        return result.isNullAt(result.fieldIndex("quality_rules"))
                ? List.of()
                : result.getList(result.fieldIndex("quality_rules"));
    }

    @Test
    void exactlyThePlantedDefectsAreFound() {
        assertThat(outcomes(findings, "plan", "FAIL", "WARN"))
                .containsExactly(
                        "DQ16_DEMOGRAPHICS_CODED 1/10 FAIL",
                        "DQ22_NPI_CHECK_DIGIT 1/10 WARN",
                        "DQ38_RESULT_PLAUSIBLE 2/10 FAIL");
        assertThat(outcomes(findings, "state", "FAIL", "WARN")).isEmpty();
        assertThat(outcomes(findings, "state", "PASS"))
                .contains(
                        "DQ13_BIRTH_PLAUSIBLE 0/10 PASS",
                        "DQ17_RACE_COMPLETE 0/10 PASS",
                        "DQ27_SPANS_APART 0/10 PASS",
                        "DQ38_RESULT_PLAUSIBLE 0/10 PASS");
    }

    @Test
    void everyRuleHasARowForEveryPayerAlsoWhereThereIsNothingToLookAt() {
        for (String payer : List.of("plan", "state")) {
            assertThat(findings.stream()
                            .filter(row -> row.<String>getAs("payer").equals(payer))
                            .map(row -> row.<Integer>getAs("rule_number"))
                            .distinct())
                    .hasSize(42);
        }
        assertThat(findings)
                .filteredOn(row -> row.<String>getAs("status").equals("NO_DATA"))
                .isNotEmpty()
                .allMatch(row -> row.isNullAt(row.fieldIndex("rate"))
                        || List.of("DQ41_COVERED_HAVE_CLAIMS").contains(row.<String>getAs("rule")));
    }

    @Test
    void failedRuleMarksTouchedMeasuresOfThePayersScopesOnly() {
        Row rule = findings.stream()
                .filter(row -> row.<String>getAs("rule").equals("DQ38_RESULT_PLAUSIBLE"))
                .findFirst()
                .orElseThrow();
        List<String> touched = rule.getList(rule.fieldIndex("measures"));
        assertThat(touched).contains("CMS122", "CMS165").doesNotContain("PCPCM", "TPCC");
        for (Row row : results) {
            boolean ofPlan = List.of("ALL", "COMMERCIAL", "payer:plan").contains(row.<String>getAs("payer_scope"));
            boolean marked = ofPlan && touched.contains(row.<String>getAs("measure_id"));
            assertThat(rules(row).contains("DQ38_RESULT_PLAUSIBLE")).isEqualTo(marked);
            assertThat(!row.getAs("quality_mark").equals("OK"))
                    .isEqualTo(!rules(row).isEmpty());
        }
        assertThat(row("CMS122", "payer:plan", "TOTAL").<String>getAs("quality_mark"))
                .isEqualTo("MARKED");
        assertThat(row("CMS122", "payer:state", "TOTAL").<String>getAs("quality_mark"))
                .isEqualTo("OK");
    }

    @Test
    void ruleAboutRaceMarksStrataOfRaceAndTheirCrossingsOnly() {
        List<String> marked = results.stream()
                .filter(row -> row.<String>getAs("payer_scope").equals("payer:plan"))
                .filter(row -> rules(row).contains("DQ16_DEMOGRAPHICS_CODED"))
                .map(row -> row.<String>getAs("stratifier_id"))
                .distinct()
                .sorted()
                .toList();
        assertThat(marked)
                .contains("race_eth_2024", "race_eth_1997", "language")
                .doesNotContain("TOTAL", "sex");
    }

    @Test
    void markedRowKeepsItsNumbers() {
        Row marked = row("CMS122", "payer:plan", "TOTAL");
        Row clean = row("CMS122", "payer:state", "TOTAL");
        assertThat(marked.<Long>getAs("initial_population")).isEqualTo(clean.<Long>getAs("initial_population"));
        assertThat(marked.isNullAt(marked.fieldIndex("value"))).isEqualTo(clean.isNullAt(clean.fieldIndex("value")));
    }

    @Test
    void payerWithTooManyBadLinesIsNamedAbsentInEveryRowAndTheRunGoesOn() {
        assertThat(outcome.problems()).extracting(Problem::code).contains(ProblemCode.TOO_MANY_REJECTS);
        assertThat(results).isNotEmpty().allSatisfy(row -> {
            assertThat(row.<String>getList(row.fieldIndex("payers_absent"))).containsExactly("late");
            assertThat(row.<String>getList(row.fieldIndex("payers_present"))).containsExactly("plan", "state");
        });
        assertThat(findings)
                .filteredOn(row -> row.<String>getAs("payer").equals("late"))
                .isNotEmpty()
                .allMatch(row -> row.<String>getAs("drop_state").equals("QUARANTINED"));
        assertThat(outcomes(findings, "late", "FAIL")).containsExactly("DQ11_DATES_REAL 2/10 FAIL");
    }

    @Test
    void varianceHoldsForDropsOfItsDaysAndNoLonger() {
        assertThat(outcomes(allowedFindings, "plan", "FAIL")).containsExactly("DQ16_DEMOGRAPHICS_CODED 1/10 FAIL");
        assertThat(allowedFindings)
                .filteredOn(row -> row.<String>getAs("payer").equals("plan"))
                .filteredOn(row -> row.<String>getAs("rule").equals("DQ38_RESULT_PLAUSIBLE"))
                .allMatch(row -> row.<Double>getAs("threshold") == 0.2
                        && row.getAs("status").equals("PASS"));
    }

    @Test
    void payerThatIsAllowedMoreRejectsIsPresent() {
        assertThat(allowedResults)
                .allMatch(row -> row.getList(row.fieldIndex("payers_absent")).isEmpty());
    }

    @Test
    void reportsOfADropNameItsRules() throws IOException {
        Path drop = folder.resolve("out/drops/plan").resolve(DROP);
        assertThat(Files.readString(drop.resolve("report.md")))
                .contains("## Quality rules", "| DQ38_RESULT_PLAUSIBLE |", "- **DQ16_DEMOGRAPHICS_CODED**: Use CDC");
        assertThat(Files.readString(drop.resolve("report.json"))).contains("\"qualityRules\"");
        assertThat(Files.readAllLines(drop.resolve("ack.csv")))
                .as("one line a file below the header")
                .hasSize(1 + 3);
    }

    private static Row row(String measure, String scope, String stratum) {
        return results.stream()
                .filter(row -> row.<String>getAs("measure_id").equals(measure)
                        && row.<String>getAs("payer_scope").equals(scope)
                        && row.<String>getAs("entity_type").equals("PROGRAM")
                        && row.<String>getAs("stratum_id").equals(stratum))
                .findFirst()
                .orElseThrow();
    }
}
