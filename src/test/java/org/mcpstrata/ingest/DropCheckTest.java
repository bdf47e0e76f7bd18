package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;
import static org.mcpstrata.ingest.DropDraft.gzip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class DropCheckTest {
    private static final String CANARY = "CANARY1S00E00AA00";

    @TempDir
    Path landing;

    @Test
    void wellFormedDropIsAcceptedWithItsCounts() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), 2);

        DropOutcome outcome = check(draft);

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
        assertThat(outcome.files()).singleElement().satisfies(file -> {
            assertThat(file.delivered()).isEqualTo(2);
            assertThat(file.accepted()).isEqualTo(2);
        });
    }

    @Test
    void folderWithoutManifestIsPendingAndNeverRead() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", "rubbish", 1);

        assertThat(checkUnsent(draft).state()).isEqualTo(DropState.PENDING);
    }

    @Test
    void zeroRowsAreNotMissingRows() throws IOException {
        assertThat(check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0))
                        .state())
                .isEqualTo(DropState.ACCEPTED);
        assertThat(check(draft().fhir("Patient.ndjson", "Patient", "")).state()).isEqualTo(DropState.ACCEPTED);
    }

    @Test
    void allManifestFaultsAreNamedAtOnce() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0)
                .set(root -> {
                    root.put("mode", "sometimes")
                            .put("createdAt", "2026-02-30T00:00:00Z")
                            .put(CANARY, 1);
                    ((ObjectNode) root.withArray("files").get(0))
                            .put("records", -1)
                            .remove("sha256");
                });

        DropOutcome outcome = check(draft);

        assertThat(outcome.problems()).extracting(Problem::code).containsOnly(ProblemCode.MANIFEST_FIELD);
        assertThat(outcome.problems())
                .extracting(problem -> problem.place().field())
                .contains("mode", "createdAt", "files[0].records", "files[0].sha256");
        assertThat(outcome.problems().toString()).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"payer\":1,\"payer\":2}", "{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]]}", "{} {}"
            })
    void unreadableManifestIsOneProblemNotACrash(String text) throws IOException {
        DropDraft draft = draft().write("manifest.json", bytes(text));

        assertThat(codes(checkUnsent(draft))).containsExactly(ProblemCode.MANIFEST_UNREADABLE);
    }

    @Test
    void onePayerCannotSpeakForAnother() throws IOException {
        assertThat(codes(check(draft().set(root -> root.put("payer", "other")))))
                .containsExactly(ProblemCode.WRONG_PAYER);
        assertThat(codes(check(draft().set(root -> root.put("drop", "other")))))
                .containsExactly(ProblemCode.WRONG_DROP_ID);
        DropDraft rows = draft().csv(
                        "a.csv",
                        "attribution",
                        ATTRIBUTION_HEADER.replace("member_id", "payer_id,member_id") + "payer," + attribution(1)
                                + "humana-ma," + attribution(2),
                        2);
        assertThat(codes(check(rows))).contains(ProblemCode.WRONG_PAYER);
    }

    @Test
    void fileListMustMatchTheFolderBothWays() throws IOException {
        DropDraft missing = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0);
        Files.delete(missing.folder().resolve("a.csv"));
        assertThat(codes(check(missing))).containsExactly(ProblemCode.FILE_MISSING);

        DropDraft unlisted = draft().write(".hidden.csv", bytes("x"));
        assertThat(codes(check(unlisted))).containsExactly(ProblemCode.FILE_UNLISTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_x.csv",
                ".x.csv",
                "c[12].csv",
                "{a,b}.csv",
                "../x.csv",
                "/etc/passwd",
                "a/b.csv",
                "a b.csv",
                "%2e"
            })
    void hostileFileNamesAreRefused(String name) throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0)
                .set(root -> ((ObjectNode) root.withArray("files").get(0)).put("name", name));

        assertThat(codes(check(draft))).contains(ProblemCode.FILE_NAME);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER, 0);
        Path file = draft.folder().resolve("a.csv");
        Path elsewhere = landing.resolve("elsewhere.csv");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);

        assertThat(codes(check(draft))).containsExactly(ProblemCode.FILE_NOT_REGULAR);
    }

    @Test
    void truncatedFilesAreNeverCounted() throws IOException {
        String text = ATTRIBUTION_HEADER
                + IntStream.range(0, 40).mapToObj(DropDraft::attribution).collect(Collectors.joining());
        for (byte[] whole : new byte[][] {bytes(text), gzip(bytes(text))}) {
            String name = whole.length == bytes(text).length ? "a.csv" : "a.csv.gz";
            for (int cut = 0; cut < whole.length; cut += Math.max(1, whole.length / 64)) {
                DropDraft draft = draft().file(name, "attribution", "canonical-csv", whole, 40);
                draft.write(name, Arrays.copyOf(whole, cut));

                assertThat(codes(check(draft))).containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
            }
        }
    }

    @Test
    void changedByteOfEqualSizeIsNoticed() throws IOException {
        DropDraft draft = draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1);
        draft.write("a.csv", bytes(ATTRIBUTION_HEADER + attribution(2)));

        assertThat(codes(check(draft))).containsExactly(ProblemCode.SIZE_OR_DIGEST_MISMATCH);
    }

    @Test
    void brokenGzipIsARejectedDropNotADeadJob() throws IOException {
        byte[] good = gzip(bytes(ATTRIBUTION_HEADER + attribution(1)));
        byte[] checksum = good.clone();
        checksum[good.length - 6] ^= 1;
        for (byte[] bad : new byte[][] {
            Arrays.copyOf(good, good.length - 3),
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length + 1),
            joined(good, good),
            checksum,
            bytes(ATTRIBUTION_HEADER),
            new byte[0],
        }) {
            DropDraft draft = draft().file("a.csv.gz", "attribution", "canonical-csv", bad, 1);

            assertThat(codes(check(draft))).containsExactly(ProblemCode.COMPRESSION_BROKEN);
        }
    }

    @Test
    void swollenGzipIsRefusedEarly() throws IOException {
        byte[] bomb = gzip(new byte[20 << 20]);
        DropDraft draft = draft().file("a.csv.gz", "attribution", "canonical-csv", bomb, 1);

        assertThat(codes(check(draft))).containsExactly(ProblemCode.ARCHIVE_REFUSED);
    }

    @Test
    void recordCountMustBeExactBothWays() throws IOException {
        for (long stated : new long[] {0, 1, 3}) {
            DropDraft draft =
                    draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1) + attribution(2), stated);

            assertThat(codes(check(draft))).containsExactly(ProblemCode.RECORD_COUNT_MISMATCH);
        }
    }

    @Test
    void controlTotalMustBeExactToTheCent() throws IOException {
        String claims =
                "claim_id,member_id,claim_line_number,record_version,adjustment_type,dispensing_date,claim_status,"
                        + "paid_amount\nc1,m1,1,0,ORIGINAL,2025-01-02,paid,10.01\nc2,m1,1,0,ORIGINAL,2025-01-02,paid,-0.01\n";
        for (String stated : new String[] {"10.00", "10.01"}) {
            DropDraft draft = draft().file(
                            "p.csv", "pharmacy_claim", "canonical-csv", bytes(claims), 2, entry -> entry.putObject(
                                            "controlTotals")
                                    .put("paidAmount", stated));

            assertThat(codes(check(draft)))
                    .isEqualTo(stated.equals("10.00") ? List.of() : List.of(ProblemCode.CONTROL_TOTAL_MISMATCH));
        }
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
        String text = "\uFEFF" + (ATTRIBUTION_HEADER + attribution(1)).replace("\n", "\r\n");

        assertThat(check(draft().csv("a.csv", "attribution", text, 1)).state()).isEqualTo(DropState.ACCEPTED);
    }

    @Test
    void otherEncodingsAreRefusedWithTheirLine() throws IOException {
        byte[] latin = (ATTRIBUTION_HEADER + attribution(1).replace("First", "Pe\u00f1a"))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] overlong = joined(bytes(ATTRIBUTION_HEADER + "m"), new byte[] {(byte) 0xc0, (byte) 0xaf});
        for (byte[] bad : new byte[][] {
            latin,
            overlong,
            bytes(ATTRIBUTION_HEADER + attribution(1).replace("First", "\0")),
            bytes(ATTRIBUTION_HEADER + attribution(1).replace("First", "\uFFFD")),
        }) {
            DropOutcome outcome = check(draft().file("a.csv", "attribution", "canonical-csv", bad, 1));

            assertThat(outcome.state()).isEqualTo(DropState.QUARANTINED);
            assertThat(outcome.problems()).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.ENCODING);
                assertThat(problem.place().line()).isEqualTo(2);
            });
        }
        byte[] utf16 = (ATTRIBUTION_HEADER + attribution(1)).getBytes(StandardCharsets.UTF_16);
        assertThat(codes(check(draft().file("a.csv", "attribution", "canonical-csv", utf16, 1))))
                .containsExactly(ProblemCode.ENCODING);
    }

    @Test
    void loneReturnAndEndlessLinesAreRecordsWithAProblem() throws IOException {
        String lone = ATTRIBUTION_HEADER + attribution(1).replace("First, ", "First\r");
        String endless = ATTRIBUTION_HEADER + attribution(1).replace("First", "x".repeat(70_000)) + attribution(2);

        assertThat(codes(check(draft().csv("a.csv", "attribution", lone, 1)))).contains(ProblemCode.RECORD_SHAPE);
        DropOutcome outcome = check(draft().csv("a.csv", "attribution", endless, 2));
        assertThat(outcome.files().get(0).rejected()).containsOnlyKeys(ProblemCode.FIELD_TOO_LONG);
        assertThat(outcome.files().get(0).accepted()).isEqualTo(1);
    }

    @Test
    void headerIsReadByNameAndNeverByPosition() throws IOException {
        String[] faulty = {
            "",
            attribution(1),
            ATTRIBUTION_HEADER.replace("state,", ""),
            ATTRIBUTION_HEADER.replace("tin,", "state,"),
            ATTRIBUTION_HEADER.replace("tin", "TIN"),
            ATTRIBUTION_HEADER.replace("tin", CANARY),
        };
        for (String header : faulty) {
            DropOutcome outcome = check(draft().csv("a.csv", "attribution", header, 0));

            assertThat(codes(outcome)).isNotEmpty().containsOnly(ProblemCode.HEADER_INVALID);
            assertThat(outcome.problems().toString()).doesNotContain(CANARY).doesNotContain("First");
        }
    }

    @Test
    void noValueOfTheDataReachesAMessageOrReport() throws IOException {
        String good = IntStream.range(0, 300).mapToObj(DropDraft::attribution).collect(Collectors.joining());
        String bad = "m9," + CANARY + ",x,y,z," + CANARY + ",9," + CANARY + "," + CANARY + ",2025-02-29\n";
        DropOutcome outcome = check(draft().csv("a.csv", "attribution", ATTRIBUTION_HEADER + good + bad, 301));

        assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
        assertThat(outcome.files().get(0).rejectedRecords()).isEqualTo(1);
        assertThat(outcome.problems().toString()
                        + new String(DropReport.json(outcome), StandardCharsets.UTF_8)
                        + new String(DropReport.markdown(outcome), StandardCharsets.UTF_8))
                .doesNotContain(CANARY);
    }

    private DropDraft draft() throws IOException {
        Path folder = landing.resolve("payer").resolve("d1");
        new FileStore(new Configuration()).delete(new org.apache.hadoop.fs.Path(folder.toUri()));
        return new DropDraft(landing, "payer", "d1");
    }

    private DropOutcome check(DropDraft draft) throws IOException {
        draft.send();
        return checkUnsent(draft);
    }

    private static DropOutcome checkUnsent(DropDraft draft) throws IOException {
        return DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
    }

    private static List<ProblemCode> codes(DropOutcome outcome) {
        return outcome.problems().stream().map(Problem::code).distinct().toList();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }
}
