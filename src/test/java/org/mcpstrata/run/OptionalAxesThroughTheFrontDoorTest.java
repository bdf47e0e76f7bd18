package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Progress;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.run.export.CsvExport;
import org.mcpstrata.time.MeasurementPeriod;

/** Four members of one payer, a program that wants every optional stratifier, and every geography file. */
class OptionalAxesThroughTheFrontDoorTest {
    private static final List<String> AXES = List.of(
            "sexual_orientation",
            "gender_identity",
            "tribal_ihs",
            "disability_acs6",
            "lep",
            "lis",
            "dual_or_lis",
            "rurality",
            "svi",
            "adi_nat",
            "ncqa_race",
            "ncqa_ethnicity");

    @TempDir
    private Path folder;

    private RunOptions options(Optional<Path> geography) throws IOException {
        String shipped = Files.readString(Path.of("measures/programs/mcp.yaml"));
        Path program = Files.writeString(
                folder.resolve("program.yaml"),
                shipped + "\noptional stratifiers: [" + String.join(", ", AXES)
                        + "]\ntribal data owner agreed: true\n"
                        + "indirect estimates: { model: MBISG, version: \"2.1\", weak groups: true,"
                        + " methods: [INDIRECT, DIRECT_PLUS_INDIRECT] }\n"
                        + "optional entities: [TIN, COUNTY]\n");
        return options(program, geography);
    }

    private RunOptions options(Path program, Optional<Path> geography) {
        return RunOptions.of(
                        folder.resolve("landing").toString(),
                        folder.resolve("out").toString(),
                        new MeasurementPeriod(2025),
                        Path.of("measures"))
                .program(Optional.of(program))
                .geography(geography)
                .build();
    }

    private Path geography() throws IOException {
        Path tables = Files.createDirectories(folder.resolve("geography"));
        Files.writeString(tables.resolve("ruca_zip.csv"), "zip,ruca_primary,vintage\n87301,4,2010\n80202,1,2010\n");
        Files.writeString(
                tables.resolve("svi_county.csv"), "state,county,fips,percentile\nNM,McKinley County,35031,0.99\n");
        Files.writeString(tables.resolve("adi_zip.csv"), "zip,national\n87301,GQ\n80202,7\n");
        return tables;
    }

    private void deliver() {
        String covered = ",female,2025-01-01,2025-12-31,MEDICARE_FFS,";
        String members = "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,"
                + "dual_status_code,lis_level,address_zip,address_county,address_state\n"
                + "a,1950-05-01" + covered + "02,1,87301,35031,NM\n"
                + "b,1950-05-01" + covered + "00,0,80202,Denver,CO\n"
                + "c,1950-05-01" + covered + "00,5,99999,McKinley,NM\n"
                + "d,1950-05-01" + covered + "00,,,,\n";
        String said = "member_id,attribute,value,code_system,method,observed_date\n"
                + String.join(
                        "",
                        List.of(
                                        "gender_identity,407376001,SNOMED",
                                        "sexual_orientation,UNK,LOCAL",
                                        "tribal_affiliation,91,LOCAL")
                                .stream()
                                .map(answer -> "a," + answer + ",SELF_REPORT,2025-02-01\n")
                                .toList())
                + "b,disability,69859-7,LOINC,SELF_REPORT,2025-02-01\n"
                + "b,language,es,BCP47,SELF_REPORT,2025-02-01\n";
        String probable = "member_id,prob_model,prob_version,white,black,hispanic,asian_nhpi,aian,multiracial\n"
                + "a,MBISG,2.1,0.01,0.02,0.03,0.04,0.85,0.05\n"
                + "b,MBISG,2.1,0.1,0.1,0.7,0.05,0.03,0.02\n"
                + "c,OTHER,2.1,0.1,0.1,0.7,0.05,0.03,0.02\n";
        String visits = "encounter_id,member_id,status,encounter_class,encounter_start_date,encounter_end_date,"
                + "code_system,code\n"
                + "1,a,finished,AMB,2025-03-01,2025-03-01,CPT,99213\n"
                + "2,b,finished,AMB,2025-03-01,2025-03-01,CPT,99213\n"
                + "3,c,finished,AMB,2025-03-01,2025-03-01,CPT,99213\n";
        new DropDraft(folder.resolve("landing"), "plan", "20260115T120405Z-001")
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .csv("eligibility.csv", "eligibility", members, 4)
                .csv("demographics.csv", "demographics", said, 5)
                .csv("encounter.csv", "encounter", visits, 3)
                .csv("race_probability.csv", "race_probability", probable, 3)
                .send();
    }

    @Test
    void everybodyIsInOneStratumOfEveryAxisThatTheProgramWants() throws IOException {
        deliver();
        SparkSession spark = QuerySession.start();
        try {
            RunOutcome outcome = QualityRun.execute(
                    options(Optional.of(geography())), QuerySession.context(spark), Clock.systemUTC(), Progress.SILENT);
            Path run = Path.of(
                    new org.apache.hadoop.fs.Path(outcome.folder()).toUri().getPath());
            List<Row> rows = spark.read()
                    .parquet(run.resolve("restricted/stratified_result").toString())
                    .filter("measure_id = 'CMS165' and entity_type = 'PROGRAM' and payer_scope = 'ALL'")
                    .collectAsList();
            List<Row> members = spark.read()
                    .parquet(run.resolve("restricted/member_stratum").toString())
                    .collectAsList();
            everybodyIsInOneCountyAndOneTin(spark.read()
                    .parquet(run.resolve("restricted/stratified_result").toString()));
            everyTableThatTheRunLeftCanBeExported(run);
            estimatesAreRowsOfTheirOwn(spark.read()
                    .parquet(run.resolve("restricted/stratified_result").toString()));
            assertThat(spark.read()
                            .parquet(run.resolve("restricted/indirect_calibration")
                                    .toString())
                            .filter("stratum_id = 'WHITE'")
                            .collectAsList())
                    .isNotEmpty()
                    .allMatch(row -> row.<String>getAs("calibration").equals("TOO_FEW"));
            for (String axis : AXES) {
                assertThat(rows).as(axis).anyMatch(row -> row.<String>getAs("stratifier_id")
                        .equals(axis));
            }
            assertThat(strata(members, "gender_identity"))
                    .isEqualTo("NO_INFORMATION NO_INFORMATION NO_INFORMATION TRANS_WOMAN");
            assertThat(strata(members, "sexual_orientation")).startsWith("ASKED_UNKNOWN ");
            assertThat(strata(members, "tribal_ihs")).startsWith("AIAN_TRIBAL_OR_IHS ");
            assertThat(strata(members, "disability_acs6")).startsWith("ANY ");
            assertThat(strata(members, "lep")).startsWith("LEP ");
            assertThat(strata(members, "lis")).isEqualTo("LIS NON_LIS UNKNOWN UNKNOWN");
            assertThat(strata(members, "dual_or_lis")).isEqualTo("DUAL_OR_LIS NEITHER UNKNOWN UNKNOWN");
            assertThat(strata(members, "rurality")).isEqualTo("METRO MICRO NO_INFORMATION UNMAPPED");
            assertThat(strata(members, "svi")).isEqualTo("NO_INFORMATION Q4 Q4 UNMAPPED");
            assertThat(strata(members, "adi_nat")).isEqualTo("NOT_RANKED NO_INFORMATION Q1 UNMAPPED");
            assertThat(members.toString() + rows)
                    .as("places are looked up and forgotten")
                    .doesNotContain("87301", "35031", "McKinley");
        } finally {
            spark.stop();
        }
    }

    private void everyTableThatTheRunLeftCanBeExported(Path run) throws IOException {
        List<String> left;
        try (Stream<Path> tables = Files.list(run.resolve("restricted"))) {
            left = tables.map(table -> table.getFileName().toString()).toList();
        }
        assertThat(RestrictedTables.SCHEMAS).extracting(TableSchema::name).containsExactlyInAnyOrderElementsOf(left);
        CsvExport export = new CsvExport(new Configuration(), Set.of(), Map.of());
        for (TableSchema table : RestrictedTables.SCHEMAS) {
            Path file = folder.resolve("csv").resolve(table.name() + ".csv");
            export.write(new org.apache.hadoop.fs.Path(run.toUri()), table, file);
            assertThat(file).isNotEmptyFile();
        }
    }

    private static void estimatesAreRowsOfTheirOwn(Dataset<Row> results) {
        List<Row> estimates = results.filter("stratifier_id = 'race_eth_indirect' and measure_id = 'CMS130'"
                        + " and rate_id = 'overall' and payer_scope = 'ALL'")
                .collectAsList();
        assertThat(estimates.stream()
                        .filter(row -> row.<String>getAs("method").equals("INDIRECT"))
                        .filter(row -> row.<String>getAs("entity_type").equals("PROGRAM"))
                        .map(row -> row.getAs("stratum_id") + " " + row.<BigDecimal>getAs("weighted_denominator")))
                .containsExactly(
                        "AIAN 0.880000",
                        "ASIAN_NHPI 0.090000",
                        "BLACK 0.120000",
                        "HISPANIC 0.730000",
                        "MULTI 0.070000",
                        "WHITE 0.110000");
        assertThat(estimates).noneMatch(row -> row.<String>getAs("entity_type").equals("PRACTICE"));
        assertThat(results.filter("method <> 'DIRECT' and stratifier_id <> 'race_eth_indirect'")
                        .count())
                .isZero();
    }

    private static void everybodyIsInOneCountyAndOneTin(Dataset<Row> results) {
        assertThat(results
                        .filter("measure_id = 'CMS130' and rate_id = 'overall' and stratifier_id = 'TOTAL'"
                                + " and entity_type in ('COUNTY', 'TIN')")
                        .collectAsList()
                        .stream()
                        .map(row -> String.join(
                                " ",
                                row.<String>getAs("entity_type"),
                                row.getAs("entity_id"),
                                row.getAs("payer_scope"),
                                row.<Long>getAs("performance_denominator").toString())))
                .containsExactly(
                        "COUNTY 35031 ALL 1",
                        "COUNTY CO DENVER ALL 1",
                        "COUNTY NM MCKINLEY ALL 1",
                        "COUNTY UNKNOWN ALL 0",
                        "TIN UNKNOWN ALL 3");
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
    void anAxisWithoutItsFileStopsTheRunBeforeAnythingIsRead() throws IOException {
        RunOptions without = options(Optional.empty());
        assertThat(catchThrowableOfType(ProblemException.class, () -> Definitions.load(without))
                        .problems())
                .hasSize(3)
                .allMatch(problem -> problem.code() == ProblemCode.GEOGRAPHY_MISSING)
                .allMatch(problem -> problem.place().line() > 0)
                .extracting(Problem::detail)
                .contains("Stratifier 'rurality' needs ruca_zip.csv.");
    }
}
