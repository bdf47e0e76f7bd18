package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Drops of one payer that come one after the other: repeated, restated, replaced. */
class SuccessiveDropsTest {
    private static Intake intake;

    @TempDir
    Path landing;

    @TempDir
    Path out;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void sameBytesAgainAreHarmless() {
        String text = ATTRIBUTION_HEADER + attribution(1);
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .csv("renamed.csv", "attribution", text, 1)
                .send();
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", text, 1)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED");
        assertThat(result.outcomes().get(1).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DUPLICATE_DROP);
        assertThat(result.outcomes()).noneMatch(DropOutcome::needsAttention);
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(1);
    }

    @Test
    void sameBytesBehindAnotherDropPutBackWhatItChanged() {
        for (int month = 1; month <= 3; month++) {
            drop("p", "d" + month)
                    .createdAt("2026-0" + month + "-01T00:00:00Z")
                    .mode("full")
                    .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(month == 2 ? 2 : 1), 1)
                    .send();
        }

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 SUPERSEDED", "p/d2 SUPERSEDED", "p/d3 ACCEPTED");
        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::memberId)
                .containsExactly("m1");
        assertThat(result.problems())
                .as("old bytes may have been sent by mistake")
                .extracting(Problem::code)
                .containsExactly(ProblemCode.BYTES_SENT_BEFORE);
    }

    @Test
    void sameBytesThatWithdrawTheirOriginalPutNothingBack() {
        for (int month = 1; month <= 2; month++) {
            DropDraft draft = drop("p", "d" + month)
                    .createdAt("2026-0" + month + "-01T00:00:00Z")
                    .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1);
            if (month == 2) {
                draft.set(root -> root.withArray("supersedes").add("d1"));
            }
            draft.send();
        }

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 SUPERSEDED", "p/d2 ACCEPTED");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void aRefusedDropThatWasWithdrawnAlarmsNobodyAgain() {
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 9)
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .set(root -> root.withArray("supersedes").add("d1"))
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 REJECTED", "p/d2 ACCEPTED");
        assertThat(result.needingAttention()).isEmpty();
    }

    @Test
    void sameBytesWithAMendedManifestAreNoDuplicate() {
        String text = ATTRIBUTION_HEADER + attribution(1);
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", text, 9)
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .csv("a.csv", "attribution", text, 1)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 REJECTED", "p/d2 ACCEPTED");
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(1);
    }

    @Test
    void aRecordThatIsRejectedTakesNothingsPlace() {
        String first = PATIENT + PATIENT.replace("p1", "p2");
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .fhir("Patient.ndjson", "Patient", first)
                .fhir("Observation.ndjson", "Observation", observation("o1", "p1"))
                .send();
        StringBuilder many = new StringBuilder(observation("o1", "p1"));
        for (int i = 0; i < 150; i++) {
            many.append(observation("n" + i, "p2"));
        }
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .fhir("Patient.ndjson", "Patient", PATIENT.replace("p1", "p2"))
                .fhir("Observation.ndjson", "Observation", many.toString())
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED");
        assertThat(intake.rows(result, Table.OBSERVATION))
                .hasSize(151)
                .filteredOn(row -> row.memberId().equals("p1"))
                .hasSize(1);
    }

    @Test
    void coverageThatANewerDropCancelsCoversNobodyAnyMore() {
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .fhir("Patient.ndjson", "Patient", PATIENT)
                .fhir("Coverage.ndjson", "Coverage", coverage("c1", "active") + coverage("c2", "active"))
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .fhir("Coverage.ndjson", "Coverage", coverage("c1", "cancelled"))
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED");
        assertThat(intake.rows(result, Table.ELIGIBILITY)).hasSize(1);
    }

    private static String coverage(String id, String status) {
        return "{\"resourceType\":\"Coverage\",\"id\":\"" + id + "\",\"status\":\"" + status
                + "\",\"beneficiary\":{\"reference\":\"Patient/p1\"},\"period\":{\"start\":\"2024-01-01\"}}\n";
    }

    static String observation(String id, String patient) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id
                + "\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"4548-4\"}]},"
                + "\"effectiveDateTime\":\"2025-06-02\",\"valueQuantity\":{\"value\":7.1,\"code\":\"%\"}}\n";
    }

    @Test
    void newestVersionOfAKeyWinsWhateverArrivedFirst() {
        String newer = attribution(1).replace("NY", "NJ");
        drop("p", "a-arrived-first")
                .createdAt("2026-02-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + newer, 1)
                .send();
        drop("p", "b")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2)
                .send();

        IngestResult result = read();

        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::memberId, row -> row.text("state"))
                .containsExactlyInAnyOrder(tuple("m1", "NJ"), tuple("m2", "NY"));
        assertThat(result.outcomes().get(1).files().get(0).superseded()).isEqualTo(1);
    }

    @Test
    void fullDropReplacesItsFileTypesAndNothingElse() {
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1)
                .csv("x.csv", "mbi_crosswalk", "payer_member_id,mbi\nm1,1S00E00AA00\n", 1)
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .mode("full")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(2), 1)
                .send();
        drop("q", "d0")
                .createdAt("2025-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(3), 1)
                .send();

        IngestResult result = read();

        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::memberId)
                .containsExactly("m2", "m3");
        assertThat(intake.rows(result, Table.MBI_CROSSWALK)).hasSize(1);
        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED", "q/d0 ACCEPTED");
    }

    @Test
    void rejectedRestatementLeavesTheOriginalInForce() {
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1)
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .mode("full")
                .set(root -> root.withArray("supersedes").add("d1"))
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(2), 9)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED");
        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::memberId)
                .containsExactly("m1");
    }

    @Test
    void restatedMonthsAreReplacedAndOtherMonthsUntouched() {
        drop("p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv(
                        "a.csv",
                        "attribution",
                        ATTRIBUTION_HEADER + attribution(1) + attribution(2).replace("2025-01-01", "2024-01-01"),
                        2)
                .send();
        drop("p", "d2")
                .createdAt("2026-02-01T00:00:00Z")
                .mode("replace")
                .set(root -> root.putObject("period").put("start", "2025-01-01").put("end", "2025-12-31"))
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(3), 1)
                .send();

        IngestResult result = read();

        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::memberId)
                .containsExactly("m2", "m3");
    }

    private DropDraft drop(String payer, String drop) {
        return new DropDraft(landing, payer, drop);
    }

    private IngestResult read() {
        return intake.read(landing, out);
    }
}
