package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.mcpstrata.store.TableReader;

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

        assertThat(states(result))
                .containsExactly("bad/d1 REJECTED", "cut/d1 REJECTED", "good/d1 ACCEPTED", "late/d1 PENDING");
        assertThat(result.drops().ordered()).extracting(Drops.Drop::payerId).containsExactly("good");
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(1);
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
        Path good = out.resolve("drops/good/d1");
        assertThat(good.resolve("report.json")).content().contains("\"state\" : \"ACCEPTED\"");
        assertThat(good.resolve("report.md")).content().contains("ACCEPTED");
        assertThat(out.resolve("drops/bad/d1/report.json")).content().contains("RECORD_COUNT_MISMATCH");
        assertThat(out.resolve("drops/bad/d1/accepted")).doesNotExist();
        assertThat(files(out)).noneMatch(name -> name.contains("_staging") || name.endsWith(".crc"));
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
        assertThat(rejects("p/d1")).containsExactly("5 IMPOSSIBLE_DATE end_date");
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

        assertThat(rejects("p/d1")).containsExactly("3 DUPLICATE_KEY ", "2 DUPLICATE_KEY ");
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

        assertThat(states(result)).containsExactly("p/d1 ACCEPTED");
        assertThat(intake.rows(result, Table.ENCOUNTER)).hasSize(199);
        assertThat(rejects("p/d1")).containsExactly("151 ORPHAN ");
    }

    @Test
    void tooManyRejectsQuarantineTheWholeDrop() {
        drop("p", "d1")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(1), 2)
                .csv("b.csv", "attribution", ATTRIBUTION_HEADER + attribution(7), 1)
                .send();

        IngestResult result = read();

        assertThat(states(result)).containsExactly("p/d1 QUARANTINED");
        assertThat(result.files()).isEmpty();
        assertThat(result.outcomes().get(0).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.TOO_MANY_REJECTS);
        assertThat(rejects("p/d1")).containsExactly("3 DUPLICATE_KEY ");
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

        assertThat(states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED");
        assertThat(result.outcomes().get(1).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DUPLICATE_DROP);
        assertThat(result.outcomes()).noneMatch(DropOutcome::needsAttention);
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(1);
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
        assertThat(states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED", "q/d0 ACCEPTED");
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

        assertThat(states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 REJECTED");
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

        IngestResult result = read();

        assertThat(states(result)).containsExactly("p/d1 ACCEPTED", "p/d2 ACCEPTED", "q/d1 REJECTED", "r/d1 REJECTED");
        assertThat(result.outcomes().get(2).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.WRONG_PAYER);
        assertThat(intake.rows(result, Table.ATTRIBUTION)).hasSize(4);
    }

    @Test
    void archivesAreStreamedAndHostileOnesRefused() {
        String old = "P.A9999.ACO.ZC9Y26.D260215.T0600001";
        byte[] crosswalk = bytes("M1S00E00AA111S00E00AA002020-01-019999-12-31            \n");
        Map<String, byte[]> hostile = new TreeMap<>(Map.of(
                "nested", zip("x.zip", new byte[] {1}),
                "path", zip("../" + old, crosswalk),
                "absolute", zip("/" + old, crosswalk),
                "disguised", zip(old, DropDraft.gzip(crosswalk)),
                "bomb", zip(old, new byte[30 << 20])));
        hostile.forEach((name, archive) -> archive(drop(name, "d1"), archive, 1));
        archive(drop("fine", "d1"), zip("folder/" + old, crosswalk), 1);

        IngestResult result = read();

        for (DropOutcome outcome : result.outcomes()) {
            if (outcome.payer().equals("fine")) {
                assertThat(outcome.problems()).isEmpty();
                assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
            } else {
                assertThat(outcome.problems()).extracting(Problem::code).containsExactly(ProblemCode.ARCHIVE_REFUSED);
            }
        }
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

    private static void archive(DropDraft draft, byte[] content, long records) {
        draft.file(
                        "P.A9999.ACO.ZCY26.zip",
                        "cclf-archive",
                        "cclf",
                        content,
                        records,
                        entry -> entry.put("compression", "zip"))
                .send();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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

    private static List<String> states(IngestResult result) {
        return result.outcomes().stream()
                .map(outcome -> outcome.payer() + '/' + outcome.drop() + ' ' + outcome.state())
                .toList();
    }

    /** Rejects of a drop as {@code line code field}, in order of file and line. */
    private List<String> rejects(String drop) {
        List<String> found = new ArrayList<>();
        for (String name : files(out.resolve("drops").resolve(drop).resolve("rejects"))) {
            try (TableReader rows = TableReader.open(
                    new org.apache.hadoop.fs.Path(out.resolve("drops")
                            .resolve(drop)
                            .resolve("rejects")
                            .resolve(name)
                            .toUri()),
                    Reject.SCHEMA,
                    intake.spark().hadoopConfiguration())) {
                rows.forEachRemaining(row -> {
                    Reject reject = Reject.of(row);
                    found.add(reject.line() + " " + reject.code() + ' ' + reject.field());
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : files(out)) {
            digests.put(name, DropDraft.sha256(Files.readAllBytes(out.resolve(name))));
        }
        return digests;
    }
}
