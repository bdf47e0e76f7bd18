package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Progress;
import org.mcpstrata.time.MeasurementPeriod;

/** Five members of one payer, screened or not, and a program that reports no measure about screening. */
class SocialNeedsThroughTheFrontDoorTest {
    private static final List<String> AXES =
            List.of("hrsn_food", "hrsn_housing", "hrsn_utilities", "hrsn_transport", "hrsn_safety", "hrsn_any");

    @TempDir
    private Path folder;

    private RunOptions options(String name, String wanted, Optional<LocalDate> asOf) throws IOException {
        String program = Files.readString(Path.of("measures/programs/mcp.yaml"));
        String withoutScreening = program.replace(", Q487", "");
        assertThat(withoutScreening).isNotEqualTo(program);
        return RunOptions.of(
                        folder.resolve("landing").toString(),
                        folder.resolve(name).toString(),
                        new MeasurementPeriod(2025),
                        Path.of("measures"))
                .program(Optional.of(Files.writeString(folder.resolve(name + ".yaml"), withoutScreening + wanted)))
                .asOf(asOf)
                .build();
    }

    private void deliver() {
        String covered = ",1950-05-01,female,2025-01-01,2025-12-31,COMMERCIAL\n";
        String members = "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type\n" + "a"
                + covered + "b" + covered + "c" + covered + "d" + covered + "e" + covered;
        String told = ",final,LOINC,";
        String answers = "observation_id,member_id,observation_date,status,code_system,code,value_kind,"
                + "value_code_system,value_code,data_absent_reason\n"
                + "1,a,2025-03-01" + told + "88122-7,CODE,LOINC,LA6729-3,\n"
                + "2,a,2025-09-01" + told + "88122-7,CODE,LOINC,LA28398-8,\n"
                + "3,a,2025-03-01" + told + "71802-3,CODE,LOINC,LA31993-1,\n"
                + "4,a,2025-03-01" + told + "93030-5,CODE,LOINC,LA32-8,\n"
                + "5,a,2025-03-01" + told + "96779-4,CODE,LOINC,LA32-8,\n"
                + "6,a,2025-03-01" + told + "95618-5,CODE,LOINC,LA6482-9,\n"
                + "7,b,2025-03-01" + told + "88123-5,CODE,LOINC,LA28397-0,\n"
                + "8,b,2025-03-01" + told + "96779-4,,,,asked-declined\n"
                + "9,c,2025-03-01" + told + "96777-8,CODE,LOINC,LA30122-8,\n"
                + "10,d,2024-12-31" + told + "88122-7,CODE,LOINC,LA28397-0,\n"
                + "11,e,2025-03-01" + told + "93033-9,CODE,LOINC,LA33-6,\n";
        String visits = "encounter_id,member_id,status,encounter_class,encounter_start_date,encounter_end_date,"
                + "code_system,code\n"
                + List.of("a", "b", "c", "d", "e").stream()
                        .map(member -> member + "1," + member + ",finished,AMB,2025-03-01,2025-03-01,CPT,99213\n")
                        .collect(Collectors.joining());
        new DropDraft(folder.resolve("landing"), "plan", "20260115T120405Z-001")
                .set(manifest -> manifest.put("lineOfBusiness", "COMMERCIAL"))
                .csv("eligibility.csv", "eligibility", members, 5)
                .csv("observation.csv", "observation", answers, 11)
                .csv("encounter.csv", "encounter", visits, 5)
                .send();
    }

    private static Path run(RunOptions options, SparkSession spark) {
        RunOutcome outcome =
                QualityRun.execute(options, QuerySession.context(spark), Clock.systemUTC(), Progress.SILENT);
        return Path.of(new org.apache.hadoop.fs.Path(outcome.folder()).toUri().getPath());
    }

    private static List<Row> strata(Path run, SparkSession spark) {
        return spark.read()
                .parquet(run.resolve("restricted/member_stratum").toString())
                .collectAsList();
    }

    private static String strata(List<Row> members, String stratifier) {
        return members.stream()
                .filter(row -> row.<String>getAs("stratifier_id").equals(stratifier))
                .map(row -> row.getAs("person_id") + " " + row.<String>getAs("stratum_id"))
                .distinct()
                .map(row -> row.split(" ")[1])
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void peopleAreSplitByTheirLatestScreeningOnlyWhereTheProgramWantsIt() throws IOException {
        deliver();
        String wanted = "\noptional stratifiers: [" + String.join(", ", AXES) + "]\n";
        SparkSession spark = QuerySession.start();
        try {
            Path run = run(options("wanted", wanted, Optional.empty()), spark);
            List<Row> members = strata(run, spark);
            assertThat(strata(members, "hrsn_food")).isEqualTo("DECLINED NEGATIVE NOT_SCREENED NOT_SCREENED POSITIVE");
            assertThat(strata(members, "hrsn_housing"))
                    .isEqualTo("DECLINED NEGATIVE NOT_SCREENED NOT_SCREENED UNMAPPED");
            assertThat(strata(members, "hrsn_utilities"))
                    .isEqualTo("DECLINED DECLINED NEGATIVE NOT_SCREENED NOT_SCREENED");
            assertThat(strata(members, "hrsn_transport"))
                    .isEqualTo("DECLINED NEGATIVE NOT_SCREENED NOT_SCREENED NOT_SCREENED");
            assertThat(strata(members, "hrsn_safety"))
                    .isEqualTo("DECLINED NOT_SCREENED NOT_SCREENED NOT_SCREENED UNKNOWN");
            assertThat(strata(members, "hrsn_any")).isEqualTo("DECLINED NOT_SCREENED POSITIVE UNKNOWN UNMAPPED");
            List<Row> rows = spark.read()
                    .parquet(run.resolve("restricted/stratified_result").toString())
                    .filter("measure_id = 'CMS130' and rate_id = 'overall' and entity_type = 'PROGRAM'"
                            + " and payer_scope = 'ALL' and stratifier_id = 'hrsn_food'"
                            + " and stratum_id in ('POSITIVE', 'NOT_SCREENED')")
                    .collectAsList();
            assertThat(rows)
                    .extracting(
                            row -> row.getAs("stratum_id"),
                            row -> row.getAs("stratum_kind"),
                            row -> row.getAs("performance_denominator"),
                            row -> row.getAs("coverage_pct"))
                    .containsExactlyInAnyOrder(
                            tuple("POSITIVE", "VALUE", 1L, 40.0), tuple("NOT_SCREENED", "NOT_SCREENED", 2L, 40.0));

            Path early = run(options("early", wanted, Optional.of(LocalDate.of(2025, 6, 30))), spark);
            assertThat(strata(strata(early, spark), "hrsn_food"))
                    .as("up to the cut-off")
                    .isEqualTo("DECLINED NOT_SCREENED NOT_SCREENED POSITIVE POSITIVE");

            Path without = run(options("without", "", Optional.empty()), spark);
            assertThat(strata(without, spark))
                    .noneMatch(row -> row.<String>getAs("stratifier_id").startsWith("hrsn"));
            assertThat(spark.read()
                            .parquet(without.resolve("restricted/dim_stratum").toString())
                            .filter("stratum_id = 'NOT_SCREENED' or stratum_kind = 'NOT_SCREENED'")
                            .count())
                    .isZero();
        } finally {
            spark.stop();
        }
    }
}
