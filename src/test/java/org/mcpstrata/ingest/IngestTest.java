package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class IngestTest {
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
    void brokenDropsLeaveTheOthersAlone() throws IOException {
        drop("good", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1)
                .send();
        drop("bad", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 7)
                .send();
        drop("late", "d1").csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0);
        drop("cut", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0)
                .write("a.csv", bytes("x"))
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result))
                .containsExactly("bad/d1 REJECTED", "cut/d1 REJECTED", "good/d1 ACCEPTED", "late/d1 PENDING");
        assertThat(result.drops().ordered()).extracting(Drops.Drop::payerId).containsExactly("good");
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(1);
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        Path good = out.resolve("drops/good/d1");
        assertThat(good.resolve("report.json")).content().contains("\"state\" : \"ACCEPTED\"");
        assertThat(good.resolve("report.md")).content().contains("ACCEPTED");
        assertThat(out.resolve("drops/bad/d1/report.json")).content().contains("RECORD_COUNT_MISMATCH");
        assertThat(out.resolve("drops/bad/d1/accepted")).doesNotExist();
        assertThat(Intake.files(out)).noneMatch(name -> name.contains("_staging") || name.endsWith(".crc"));
    }

    @Test
    void quotedLineBreaksKeepPhysicalLineNumbers() {
        String text = ATTRIBUTION_HEADER
                + "m1,P1,\"two\r\nlines, \"\"quoted\"\"\",,,NY,1,STANDARD,2025-01-01,2025-12-31\r\n"
                + attribution(2)
                + attribution(3).replace("2025-12-31", "2025-02-29");
        String many = IntStream.range(10, 210).mapToObj(DropDraft::attribution).collect(Collectors.joining());
        drop("p", "d1").csv("a.csv", "attribution", text + many, 203).send();

        IngestResult result = read();

        List<CanonicalRow> rows = intake.rows(result, Table.ATTRIBUTION);
        assertThat(rows).hasSize(202);
        assertThat(rows.get(0).text("practice_name")).isEqualTo("two\r\nlines, \"quoted\"");
        assertThat(rows)
                .extracting(CanonicalRow::sourceRow)
                .startsWith(2L, 4L, 6L)
                .endsWith(205L);
        assertThat(intake.rejects(out, "p/d1")).containsExactly("5 IMPOSSIBLE_DATE end_date");
    }

    @Test
    void firstOfTwoRowsWithOneKeyIsKeptAcrossFiles() {
        String many = IntStream.range(10, 210).mapToObj(DropDraft::attribution).collect(Collectors.joining());
        drop("p", "d1")
                .csv("b.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + many, 201)
                .csv(
                        "a.csv",
                        "attribution",
                        ATTRIBUTION_HEADER + attribution(1) + attribution(1) + many.replace("m", "n"),
                        202)
                .send();

        IngestResult result = read();

        assertThat(intake.rejects(out, "p/d1")).containsExactly("3 DUPLICATE_KEY ", "2 DUPLICATE_KEY ");
        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .hasSize(401)
                .filteredOn(row -> row.memberId().equals("m1"))
                .singleElement()
                .satisfies(row -> assertThat(row.sourceFile()).isEqualTo("a.csv"));
        assertThat(result.outcomes().get(0).files())
                .extracting(FileOutcome::rejectedRecords)
                .containsExactly(1L, 1L);
        assertThat(result.laws()).allMatch(Law::holds);
    }

    @Test
    void resourcesOfUnknownPatientsAreOrphans() {
        String encounters = IntStream.range(0, 200)
                .mapToObj(i -> encounter("e" + i, i == 150 ? "stranger" : "p1"))
                .collect(Collectors.joining());
        drop("p", "d1")
                .fhir("Patient.ndjson", "Patient", PATIENT)
                .fhir("Encounter.ndjson", "Encounter", encounters)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 ACCEPTED");
        assertThat(intake.rows(result, Table.ENCOUNTER)).hasSize(199);
        assertThat(intake.rejects(out, "p/d1")).containsExactly("151 ORPHAN ");
    }

    @Test
    void tooManyRejectsQuarantineTheWholeDrop() {
        drop("p", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(1), 2)
                .csv("b.csv", "attribution", ATTRIBUTION_HEADER + attribution(7), 1)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result)).containsExactly("p/d1 QUARANTINED");
        assertThat(result.files()).isEmpty();
        assertThat(result.outcomes().get(0).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.TOO_MANY_REJECTS);
        assertThat(intake.rejects(out, "p/d1")).containsExactly("3 DUPLICATE_KEY ");
    }

    @Test
    void rowsTheRunWroteCanBeDeliveredAgainAsParquet() throws IOException {
        drop("p", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2)
                .send();
        IngestResult first = read();
        byte[] parquet = Files.readAllBytes(
                Path.of(new org.apache.hadoop.fs.Path(first.files().get(0).path())
                        .toUri()
                        .getPath()));
        drop("p", "d2")
                .file("a.parquet", "attribution", "canonical-parquet", parquet, 2)
                .send();
        drop("q", "d1")
                .file("a.parquet", "attribution", "canonical-parquet", parquet, 2)
                .send();
        drop("r", "d1")
                .file("a.parquet", "attribution", "canonical-parquet", bytes("no parquet"), 2)
                .send();

        byte[] damaged = parquet.clone();
        // The header of the first page; the footer is as it was.
        damaged[4] = (byte) 0xff;
        drop("s", "d1")
                .file("a.parquet", "attribution", "canonical-parquet", damaged, 2)
                .send();

        IngestResult result = read();

        assertThat(Intake.states(result))
                .containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED", "q/d1 REJECTED", "r/d1 REJECTED", "s/d1 REJECTED");
        assertThat(result.outcomes().subList(3, 5)).allSatisfy(outcome -> assertThat(outcome.problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNREADABLE_FORMAT));
        assertThat(result.outcomes().get(2).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.WRONG_PAYER);
        assertThat(result.outcomes().get(0).files().get(0).superseded())
                .as("a canonical table is one file type, in either format")
                .isEqualTo(2);
        assertThat(intake.rows(result, Table.ATTRIBUTION))
                .extracting(CanonicalRow::dropId)
                .containsExactly("d2", "d2");
    }

    @Test
    void archivesAreStreamed() {
        byte[] crosswalk = bytes("M1S00E00AA111S00E00AA002020-01-019999-12-31            \n");
        drop("p", "d1")
                .file(
                        "P.A9999.ACO.ZCY26.zip",
                        "cclf-archive",
                        "cclf",
                        BrokenDrop.zip("folder/P.A9999.ACO.ZC9Y26.D260215.T0600001", crosswalk),
                        1,
                        entry -> entry.put("compression", "zip"))
                .send();

        IngestResult result = read();

        assertThat(result.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.problems()).isEmpty();
            assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
        });
    }

    @Test
    void sameDropsGiveTheSameBytesAgain() throws IOException {
        drop("p", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2)
                .send();
        read();
        Map<String, String> first = digests();
        read();

        assertThat(digests()).isEqualTo(first).isNotEmpty();
    }

    private static String encounter(String id, String patient) {
        return "{\"resourceType\":\"Encounter\",\"id\":\"" + id + "\",\"subject\":{\"reference\":\"Patient/" + patient
                + "\"}}\n";
    }

    private DropDraft drop(String payer, String drop) {
        return new DropDraft(landing, payer, drop);
    }

    private IngestResult read() {
        return intake.read(landing, out);
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : Intake.files(out)) {
            digests.put(name, DropDraft.sha256(Files.readAllBytes(out.resolve(name))));
        }
        return digests;
    }
}
