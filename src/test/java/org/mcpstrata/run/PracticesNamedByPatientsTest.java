package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Progress;
import org.mcpstrata.time.MeasurementPeriod;

/** A registry names a practice as its patient's, and nobody attributes anyone to it: a payer's provider file describes it. */
class PracticesNamedByPatientsTest {
    private static final String PRACTICE = "PRC001";
    private static final String TIN = "991000037";
    private static final String MBI = "1S00E00AA11";

    @TempDir
    private Path folder;

    @Test
    void providerRecordDescribesAPracticeThatOnlyAPatientNames() {
        deliver();
        SparkSession spark = QuerySession.start();
        List<Row> practices;
        List<Row> results;
        RunOutcome outcome;
        try {
            outcome = run(spark);
            practices = table(spark, outcome, "dim_entity").stream()
                    .filter(row -> row.getAs("entity_type").equals("PRACTICE"))
                    .toList();
            results = table(spark, outcome, "member_result");
        } finally {
            spark.stop();
        }

        assertThat(practices)
                .filteredOn(row -> row.getAs("entity_id").equals(PRACTICE))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.<String>getAs("entity_name")).isEqualTo("Invented Practice 01");
                    assertThat(row.<String>getAs("entity_state")).isEqualTo("CO");
                    assertThat(row.<String>getAs("tin")).isEqualTo(TIN);
                });
        assertThat(results)
                .filteredOn(row -> row.getAs("practice_id").equals(PRACTICE))
                .isNotEmpty()
                .allMatch(row -> row.getAs("state").equals("CO"));
        assertThat(explained(outcome, "m2"))
                .as("a taxpayer of a candidate event, found again among the same practices")
                .contains("Initial population: yes");
    }

    private void deliver() {
        Path landing = folder.resolve("landing");
        new DropDraft(landing, "registry", "d1")
                .set(manifest -> manifest.put("lineOfBusiness", "NONE"))
                .fhir("Patient.ndjson", "Patient", """
                        {"resourceType":"Patient","id":"p1","birthDate":"1950-05-01","gender":"female",\
                        "identifier":[{"system":"http://hl7.org/fhir/sid/us-mbi","value":"%s"}],\
                        "managingOrganization":{"identifier":{"system":"urn:practice","value":"%s"}}}
                        """.formatted(MBI, PRACTICE))
                .send();
        String covered = ",1950-05-01,female,2025-01-01,2025-12-31,MEDICARE_FFS,CO,";
        String providers = "HD|PRAIRI|PRAIRI|Invented Plan|PV|202501|202512|P|\n"
                + "PRAIRI|PRAIRI|" + PRACTICE + "||" + TIN
                + "|2|1234567893|||||Invented Practice 01||||CO||||261QP2300X|||||||||PV\n"
                + "TR|PRAIRI|PRAIRI|Invented Plan|PV|20250315||1\n";
        new DropDraft(landing, "plan", "d1")
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .csv(
                        "eligibility.csv",
                        "eligibility",
                        "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state,mbi\n"
                                + "m1" + covered + MBI + "\nm2" + covered + '\n',
                        2)
                .csv(
                        "claims.csv",
                        "medical_claim",
                        "member_id,claim_id,claim_line_number,claim_type,record_version,adjustment_type,claim_start_date,"
                                + "claim_end_date,hcpcs_code,billing_tin,claim_status,line_status,paid_amount\n"
                                + "m2,c1,1,professional,0,ORIGINAL,2025-01-02,2025-01-02,99213," + TIN
                                + ",paid,paid,100.00\n"
                                + "m2,c2,1,professional,0,ORIGINAL,2025-01-09,2025-01-09,99213," + TIN
                                + ",paid,paid,100.00\n",
                        2)
                .file(
                        "providers.txt",
                        "provider",
                        "apcd-cdl",
                        providers.getBytes(StandardCharsets.UTF_8),
                        1,
                        entry -> entry.put("layoutVersion", "2"))
                .send();
    }

    private RunOutcome run(SparkSession spark) {
        return QualityRun.execute(
                RunOptions.of(
                                folder.resolve("landing").toString(),
                                folder.resolve("out").toString(),
                                new MeasurementPeriod(2025),
                                Path.of("measures"))
                        .build(),
                QuerySession.context(spark),
                Clock.systemUTC(),
                Progress.SILENT);
    }

    private List<Row> table(SparkSession spark, RunOutcome outcome, String name) {
        return spark.read()
                .parquet(folder.resolve("out/runs/" + outcome.runId() + "/restricted/" + name)
                        .toString())
                .collectAsList();
    }

    private String explained(RunOutcome outcome, String member) {
        return MemberExplanation.of(
                new MemberExplanation.Question(
                        "TPCC",
                        new Member("plan", member),
                        folder.resolve("out").toString(),
                        Optional.of(outcome.runId()),
                        new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty()),
                        Optional.empty()),
                new Configuration());
    }
}
