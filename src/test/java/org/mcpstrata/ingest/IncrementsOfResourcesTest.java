package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.PATIENT;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A drop of resources may speak of members and medications that an older drop of the payer described (decision 98). */
class IncrementsOfResourcesTest {
    private static final IngestOptions NIGHTLY = IngestOptions.usual().incremental("reader", false);

    private static Intake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    private DropDraft drop(String payer, int number, String mode) {
        return new DropDraft(folder.resolve("landing"), payer, "d" + number)
                .createdAt("2026-01-0" + number + "T00:00:00Z")
                .mode(mode);
    }

    private IngestResult night() {
        return intake.read(folder.resolve("landing"), folder.resolve("out"), NIGHTLY);
    }

    private IngestResult anew() {
        return intake.read(folder.resolve("landing"), folder.resolve("anew"));
    }

    private static String results(String first, String member, int many) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append("{\"resourceType\":\"Observation\",\"id\":\"")
                    .append(first)
                    .append(i)
                    .append("\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",")
                    .append("\"code\":\"4548-4\"}]},\"subject\":{\"reference\":\"Patient/")
                    .append(member)
                    .append(
                            "\"},\"effectiveDateTime\":\"2025-05-05\",\"valueQuantity\":{\"value\":7.1,\"unit\":\"%\"}}\n");
        }
        return text.toString();
    }

    private void members() {
        drop("p", 1, "full").fhir("Patient.ndjson", "Patient", PATIENT).send();
    }

    private void increment(int number, String member, int many) {
        drop("p", number, "incremental")
                .fhir("Observation.ndjson", "Observation", results("d" + number + '-', member, many))
                .send();
    }

    @Test
    void resultsOfMembersThatAnOlderDropDescribedCount() {
        members();
        increment(2, "p1", 3);

        IngestResult read = night();

        assertThat(Intake.states(read)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED");
        assertThat(intake.rows(read, Table.OBSERVATION)).hasSize(3);
    }

    private DropOutcome check(int number) {
        return DropCheck.check(
                new org.apache.hadoop.fs.Path(
                        folder.resolve("landing/p/d" + number).toUri()),
                Configuration::new);
    }

    @Test
    void aPayerWhoChecksAnIncrementIsToldThatOnlyARunKnows() {
        increment(2, "p1", 3);

        DropOutcome checked = check(2);

        assertThat(checked.state()).isEqualTo(DropState.ACCEPTED);
        assertThat(checked.problems()).extracting(Problem::code).containsExactly(ProblemCode.MEMBERS_UNCHECKED);
    }

    @Test
    void aMemberOfAnotherPayerOrOfANewerDropIsUnknown() {
        drop("q", 1, "full").fhir("Patient.ndjson", "Patient", PATIENT).send();
        increment(2, "p1", 3);
        drop("p", 3, "incremental").fhir("Patient.ndjson", "Patient", PATIENT).send();

        assertThat(Intake.states(night())).containsExactly("p/d2 QUARANTINED", "p/d3 ACCEPTED", "q/d1 ACCEPTED");
    }

    @Test
    void aDropThatTellsAllMembersAnewDescribesThoseItSpeaksOf() {
        members();
        drop("p", 2, "full")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .fhir("Observation.ndjson", "Observation", results("o", "p2", 400) + results("x", "p1", 1))
                .send();

        IngestResult read = night();

        assertThat(intake.rows(read, Table.OBSERVATION)).hasSize(400);
        assertThat(intake.rejects(folder.resolve("out"), "p/d2")).containsExactly("401 ORPHAN ");
    }

    @Test
    void aMemberWhomAFullDropNoLongerDescribesIsForgotten() {
        members();
        drop("p", 2, "full")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .send();
        increment(3, "p1", 1);
        increment(4, "p2", 1);

        assertThat(Intake.states(night()))
                .containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED", "p/d3 QUARANTINED", "p/d4 ACCEPTED");
    }

    @Test
    void aNightReadsOnlyTheIncrementAndKnowsTheMembersOfNightsBefore() {
        members();
        increment(2, "p1", 2);
        night();
        increment(3, "p1", 2);

        IngestResult read = night();

        assertThat(read.takenOver()).isEqualTo(2);
        assertThat(Intake.states(read)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED", "p/d3 ACCEPTED");
        assertThat(read.outcomes()).isEqualTo(anew().outcomes());
    }

    @Test
    void anOlderDropThatArrivesLateOrGoesAwayChangesWhatIsKnown() throws IOException {
        drop("p", 2, "incremental")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .fhir("Observation.ndjson", "Observation", results("o", "p2", 400) + results("x", "p1", 1))
                .send();
        assertThat(intake.rows(night(), Table.OBSERVATION)).hasSize(400);
        members();

        IngestResult late = night();

        assertThat(intake.rows(late, Table.OBSERVATION)).hasSize(401);
        assertThat(late.outcomes()).isEqualTo(anew().outcomes());
        FileUtils.deleteDirectory(folder.resolve("landing/p/d1").toFile());
        assertThat(intake.rows(night(), Table.OBSERVATION)).hasSize(400);
    }

    @Test
    void anIncrementIsReadAgainWhenAnOlderDropCanBeReadAgain() {
        RefusingFileSystem.knownTo(intake.spark().hadoopConfiguration());
        members();
        drop("p", 2, "incremental")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .fhir("Observation.ndjson", "Observation", results("o", "p2", 400) + results("x", "p1", 1))
                .send();
        RefusingFileSystem.refuse(
                folder.resolve("landing/p/d1/Patient.ndjson"), 1, new AccessControlException("Permission denied"));
        try {
            assertThat(intake.rows(refusing(), Table.OBSERVATION)).hasSize(400);
        } finally {
            RefusingFileSystem.refuseNothing();
        }

        assertThat(intake.rows(refusing(), Table.OBSERVATION)).hasSize(401);
    }

    private IngestResult refusing() {
        return intake.read(RefusingFileSystem.path(folder.resolve("landing")), folder.resolve("out"), NIGHTLY);
    }

    @Test
    void anOrderNamesAMedicationThatAnOlderDropDescribed() {
        members();
        medications(2, "incremental");
        orders(3);

        assertThat(intake.rows(night(), Table.MEDICATION))
                .extracting((CanonicalRow row) -> row.text("code"))
                .containsExactly("312836");
        assertThat(check(3).state()).isEqualTo(DropState.ACCEPTED);
    }

    private void orders(int number) {
        drop("p", number, "incremental")
                .fhir("MedicationRequest.ndjson", "MedicationRequest", """
                        {"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order",\
                        "medicationReference":{"reference":"Medication/med-1"},"subject":{"reference":"Patient/p1"},\
                        "authoredOn":"2025-12-30"}
                        """)
                .send();
    }

    private void medications(int number, String mode) {
        drop("p", number, mode).fhir("Medication.ndjson", "Medication", """
                        {"resourceType":"Medication","id":"med-1","code":{"coding":[\
                        {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"312836"}]}}
                        """).send();
    }

    private static String older(IngestResult read) {
        StringBuilder text = new StringBuilder();
        read.olderDescriptions()
                .forEach((drop, older) -> text.append(drop + " on " + String.join(", ", older.keySet()) + "; "));
        return text.toString();
    }

    @Test
    void whatRowsRestOnAreTheDropsThatDescribeAndNoOthers() {
        members();
        increment(2, "p1", 3);
        increment(3, "p1", 3);
        medications(4, "incremental");
        orders(5);

        IngestResult read = night();

        assertThat(older(read)).isEqualTo("p/d2 on p/d1; p/d3 on p/d1; p/d5 on p/d1, p/d4; ");
        assertThat(read.olderDescriptions().get("p/d2").get("p/d1")).matches("[0-9a-f]{64}");
        assertThat(older(night())).as("where nothing is read").isEqualTo(older(read));
    }

    @Test
    void whatIsToldAnewRestsOnNothingOlder() {
        members();
        medications(2, "incremental");
        drop("p", 3, "full")
                .fhir("Patient.ndjson", "Patient", PATIENT)
                .fhir("Observation.ndjson", "Observation", results("o", "p1", 3))
                .send();
        medications(4, "full");
        orders(5);

        assertThat(older(night())).isEqualTo("p/d3 on p/d2; p/d5 on p/d3, p/d4; ");
    }

    @Test
    void aDropThatCouldNotBeReadDescribedNobody() throws IOException {
        members();
        drop("p", 2, "incremental")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .write("Patient.ndjson", DropDraft.bytes(PATIENT.replace("p1", "p3")))
                .send();
        increment(3, "p1", 3);

        IngestResult read = night();

        assertThat(Intake.states(read)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED", "p/d3 ACCEPTED");
        assertThat(older(read)).isEqualTo("p/d3 on p/d1; ");
    }
}
