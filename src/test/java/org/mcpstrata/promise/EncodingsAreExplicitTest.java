package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.ingest.BrokenContents;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.BrokenEnvelopes;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.ingest.Intake;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * Promise 15: a byte order mark and CRLF are accepted in every delimited format; an encoding that the format may not have is
 * refused in the manifest, and what is not text of the stated one is rejected at its line and byte; whatever is text arrives as it was written, in whatever script.
 */
class EncodingsAreExplicitTest {
    private static final String CROSSWALK = "M1S00E00AA111S00E00AA002020-01-019999-12-31            ";

    /** Valid text that must not be touched: composed and decomposed, right to left with its marks, beyond the first plane, long. */
    private static final List<String> NAMES = List.of(
            "Pe\u00f1a Clinic",
            "Pen\u0303a Clinic",
            "\u200f\u05de\u05e8\u05e4\u05d0\u05d4\u200f",
            "Caf\u00e9 \ud83c\udfe5",
            "n".repeat(300));

    @TempDir
    private Path folder;

    static List<BrokenDrop> defects() {
        List<BrokenDrop> all = new ArrayList<>(BrokenContents.encodings());
        all.add(BrokenDrop.accepted("fhir-mark-and-returns", 1, draft -> fhir(draft, "\uFEFF" + crlf(PATIENT))));
        all.add(BrokenDrop.accepted(
                "cclf-returns", 1, draft -> cclf(draft, crlf(CROSSWALK + "\n").getBytes(StandardCharsets.ISO_8859_1))));
        all.add(quarantined(
                "fhir-latin-1",
                "Patient.ndjson, line 1, byte 49",
                draft -> draft.file(
                        "Patient.ndjson",
                        "Patient",
                        "fhir-ndjson",
                        PATIENT.replace("p1\"", "p1\",\"language\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1),
                        1)));
        all.add(quarantined(
                "fhir-replacement",
                "Patient.ndjson, line 1, byte 49",
                draft -> fhir(draft, PATIENT.replace("p1\"", "p1\",\"language\":\"\uFFFD\""))));
        all.add(quarantined(
                "cclf-nul",
                BrokenEnvelopes.MEMBER + ", line 1, byte 33",
                draft -> cclf(draft, bytes(CROSSWALK.replace("2020-01-01", "2020-01-0\0") + "\n"))));
        all.add(quarantined(
                "surrogates",
                "a.csv, line 2, byte 2",
                draft -> draft.file(
                        "a.csv",
                        "attribution",
                        "canonical-csv",
                        BrokenDrop.joined(
                                bytes(ATTRIBUTION_HEADER + "m"),
                                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                                bytes(attribution(1).substring(1))),
                        1)));
        return all;
    }

    private static BrokenDrop quarantined(String name, String place, UnaryOperator<DropDraft> make) {
        return BrokenDrop.quarantined(name, ProblemCode.ENCODING, place, make);
    }

    private static DropDraft fhir(DropDraft draft, String text) {
        return draft.fhir("Patient.ndjson", "Patient", text);
    }

    private static DropDraft cclf(DropDraft draft, byte[] content) {
        return draft.file(BrokenEnvelopes.MEMBER, "cclf9", "cclf", content, 1);
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }

    @ParameterizedTest
    @MethodSource("defects")
    void eachIsAcceptedOrToldAtItsLineAndByte(BrokenDrop broken) {
        broken.requireTold(broken.check(folder));
    }

    @Test
    void textArrivesAsItWasWrittenAndNoReplacementCharacterWithIt() {
        Path landing = folder.resolve("landing");
        StringBuilder text = new StringBuilder(ATTRIBUTION_HEADER);
        for (int i = 0; i < NAMES.size(); i++) {
            text.append(attribution(i).replace("First, Practice", NAMES.get(i)));
        }
        new DropDraft(landing, "names", "d1")
                .csv("a.csv", "attribution", text.toString(), NAMES.size())
                .send();
        defects().forEach(broken -> broken.putInto(landing));

        IngestResult result;
        List<CanonicalRow> rows;
        try (Intake intake = new Intake()) {
            result = intake.read(landing, folder.resolve("out"));
            rows = intake.rows(result, Table.ATTRIBUTION);
        }

        assertThat(rows)
                .filteredOn(row -> row.payerId().equals("names"))
                .extracting(row -> row.text("practice_name"))
                .containsExactlyElementsOf(NAMES);
        assertThat(rows).extracting(row -> row.text("practice_name")).noneMatch(name -> name.contains("\uFFFD"));
        assertThat(Intake.states(result))
                .filteredOn(state -> state.endsWith(" ACCEPTED"))
                .containsExactlyInAnyOrder(
                        "names/d1 ACCEPTED",
                        "byte-order-mark/d1 ACCEPTED",
                        "windows-line-ends/d1 ACCEPTED",
                        "last-line-end-missing/d1 ACCEPTED",
                        "ascii-as-stated/d1 ACCEPTED",
                        "fhir-mark-and-returns/d1 ACCEPTED",
                        "cclf-returns/d1 ACCEPTED");
    }
}
