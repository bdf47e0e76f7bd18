package org.mcpstrata.ingest;

import static org.mcpstrata.ingest.BrokenDrop.accepted;
import static org.mcpstrata.ingest.BrokenDrop.acceptedBut;
import static org.mcpstrata.ingest.BrokenDrop.attributions;
import static org.mcpstrata.ingest.BrokenDrop.joined;
import static org.mcpstrata.ingest.BrokenDrop.quarantined;
import static org.mcpstrata.ingest.BrokenDrop.rejected;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.PATIENT;
import static org.mcpstrata.ingest.DropDraft.attribution;
import static org.mcpstrata.ingest.DropDraft.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mcpstrata.problem.ProblemCode;

/** Defects of the records themselves: encoding, header, columns, values, keys, totals. */
public final class BrokenContents {
    private static final String CLAIM_HEADER =
            "claim_id,member_id,claim_line_number,record_version,adjustment_type,dispensing_date,claim_status,"
                    + "paid_amount\n";

    private BrokenContents() {}

    public static List<BrokenDrop> all() {
        List<BrokenDrop> all = new ArrayList<>();
        all.addAll(encodings());
        all.addAll(headers());
        all.addAll(values());
        all.addAll(amounts());
        all.addAll(otherFormats());
        return all;
    }

    public static List<BrokenDrop> encodings() {
        return List.of(
                accepted("byte-order-mark", 3, csv("\uFEFF" + attributions(3), 3)),
                accepted("windows-line-ends", 3, csv(attributions(3).replace("\n", "\r\n"), 3)),
                accepted("last-line-end-missing", 3, csv(attributions(3).stripTrailing(), 3)),
                rejected(
                        "utf-16",
                        ProblemCode.ENCODING,
                        "a.csv, line 1, byte 1",
                        file(attributions(3).getBytes(StandardCharsets.UTF_16), 3)),
                rejected(
                        "utf-16-without-mark",
                        ProblemCode.ENCODING,
                        "a.csv, line 1, byte 2",
                        file(attributions(3).getBytes(StandardCharsets.UTF_16LE), 3)),
                quarantined(
                        "latin-1",
                        ProblemCode.ENCODING,
                        "a.csv, line 2, byte 10",
                        file(secondLine("Pe\u00f1a").getBytes(StandardCharsets.ISO_8859_1), 1)),
                latin1("latin-1-as-stated", "a.csv", "attribution", "canonical-csv", attributions(1)),
                latin1("apcd-latin-1-as-stated", "me.txt", "member-eligibility", "apcd-cdl", frame("HD", "P|")),
                latin1("rif-latin-1-as-stated", "b.csv", "beneficiary", "rif", "BENE_ID\n"),
                latin1("fhir-latin-1-as-stated", "Patient.ndjson", "Patient", "fhir-ndjson", PATIENT),
                accepted("ascii-as-stated", 3, stated("US-ASCII", bytes(attributions(3)), 3)),
                quarantined(
                        "not-ascii-as-stated",
                        ProblemCode.ENCODING,
                        "a.csv, line 2, byte 10",
                        stated("US-ASCII", bytes(secondLine("Pe\u00f1a")), 1)),
                quarantined("nul", ProblemCode.ENCODING, "a.csv, line 2, byte 8", csv(secondLine("\0"), 1)),
                quarantined("replacement", ProblemCode.ENCODING, "a.csv, line 2, byte 8", csv(secondLine("\uFFFD"), 1)),
                quarantined("escape", ProblemCode.ENCODING, "a.csv, line 2, byte 8", csv(secondLine("\u001b[2J"), 1)),
                quarantined(
                        "overlong",
                        ProblemCode.ENCODING,
                        "a.csv, line 2, byte 2",
                        file(joined(bytes(ATTRIBUTION_HEADER + "m"), new byte[] {(byte) 0xc0, (byte) 0xaf}), 1)),
                quarantined(
                        "lone-return",
                        ProblemCode.RECORD_SHAPE,
                        "a.csv, line 2",
                        csv(secondLine("First\rPractice"), 1)),
                quarantined(
                        "open-quote",
                        ProblemCode.RECORD_SHAPE,
                        "a.csv, line 2",
                        csv(ATTRIBUTION_HEADER + attribution(1).replace("Practice\"", "Practice") + attribution(2), 1)),
                quarantined(
                        "line-of-64-kilobytes",
                        ProblemCode.FIELD_TOO_LONG,
                        "a.csv, line 2",
                        csv(secondLine("x".repeat(65_500)), 1)));
    }

    public static List<BrokenDrop> headers() {
        String moved = "practice_id,member_id" + ATTRIBUTION_HEADER.substring("member_id,practice_id".length());
        String extra =
                ATTRIBUTION_HEADER.replace("\n", ",note\n") + attribution(1).replace("\n", ",x\n");
        return List.of(
                accepted(
                        "columns-swapped",
                        1,
                        csv(moved + "P1,m1" + attribution(1).substring("m1,P1".length()), 1)),
                accepted("zero-rows", 0, csv(ATTRIBUTION_HEADER, 0)),
                header("empty-file", "", 0),
                header("no-header", attribution(1), 0),
                header("column-removed", ATTRIBUTION_HEADER.replace("state,", ""), 0),
                header("column-repeated", ATTRIBUTION_HEADER.replace("tin,", "state,"), 0),
                header("column-renamed", ATTRIBUTION_HEADER.replace("tin", "tax_id"), 0),
                header("column-in-capitals", ATTRIBUTION_HEADER.replace("tin", "TIN"), 0),
                header("column-added", extra, 1),
                quarantined(
                        "row-with-a-column-too-many",
                        ProblemCode.RECORD_SHAPE,
                        "a.csv, line 2",
                        csv(ATTRIBUTION_HEADER + attribution(1).replace("\n", ",x\n"), 1)),
                quarantined(
                        "row-with-a-column-too-few",
                        ProblemCode.RECORD_SHAPE,
                        "a.csv, line 2",
                        csv(ATTRIBUTION_HEADER + attribution(1).replace(",NY", ""), 1)));
    }

    public static List<BrokenDrop> values() {
        return List.of(
                value("impossible-date", ProblemCode.IMPOSSIBLE_DATE, "end_date", "2025-12-31", "2025-02-29"),
                value("unknown-code", ProblemCode.FIELD_VALUE, "participant_type", "STANDARD", "SPECIAL"),
                value("text-for-a-number", ProblemCode.FIELD_TYPE, "track", ",1,", ",one,"),
                value("number-too-large", ProblemCode.FIELD_TYPE, "track", ",1,", ",99999999999999999999,"),
                value("date-of-another-form", ProblemCode.FIELD_TYPE, "start_date", "2025-01-01", "01/01/2025"),
                value("required-field-empty", ProblemCode.FIELD_MISSING, "practice_id", ",P1,", ",,"),
                quarantined(
                        "key-twice",
                        ProblemCode.DUPLICATE_KEY,
                        "a.csv, line 3",
                        csv(ATTRIBUTION_HEADER + attribution(1) + attribution(1), 2)),
                acceptedBut(
                        "key-twice-among-many",
                        200,
                        ProblemCode.DUPLICATE_KEY,
                        "a.csv, line 202",
                        csv(attributions(200) + attribution(7), 201)),
                rejected(
                        "payer-in-rows",
                        ProblemCode.WRONG_PAYER,
                        "a.csv, line 3, payer_id",
                        csv(
                                ATTRIBUTION_HEADER.replace("member_id", "payer_id,member_id") + "payer-in-rows,"
                                        + attribution(1) + "humana-ma," + attribution(2),
                                2)));
    }

    public static List<BrokenDrop> amounts() {
        String many = IntStream.range(0, 200).mapToObj(i -> claim(i, "1.00")).collect(Collectors.joining());
        String late = claim(900, "2.50").replace("2025-01-02", "2025-02-29");
        return List.of(
                accepted("total-right", 2, claims(claim(1, "10.01") + claim(2, "-0.01"), 2, "10.00")),
                rejected(
                        "total-wrong",
                        ProblemCode.CONTROL_TOTAL_MISMATCH,
                        "p.csv, paidAmount",
                        claims(claim(1, "10.01") + claim(2, "-0.01"), 2, "10.01")),
                acceptedBut(
                        "total-counts-rejected-rows",
                        200,
                        ProblemCode.IMPOSSIBLE_DATE,
                        "p.csv, line 202, dispensing_date",
                        claims(many + late, 201, "202.50")),
                rejected(
                        "total-without-rejected-rows",
                        ProblemCode.CONTROL_TOTAL_MISMATCH,
                        "p.csv, paidAmount",
                        claims(many + late, 201, "200.00")),
                acceptedBut(
                        "one-amount-unreadable",
                        200,
                        ProblemCode.CONTROL_TOTAL_UNCHECKED,
                        "p.csv, paidAmount",
                        claims(many + claim(900, "1O.00"), 201, "210.00")),
                acceptedBut(
                        "amount-lost-with-its-line",
                        200,
                        ProblemCode.CONTROL_TOTAL_UNCHECKED,
                        "p.csv, paidAmount",
                        claims(many + claim(900, "1.00").replace("paid,", ""), 201, "201.00")),
                rejected(
                        "total-of-a-table-without-amounts",
                        ProblemCode.CONTROL_TOTAL_MISMATCH,
                        "a.csv, paidAmount",
                        draft -> draft.file(
                                "a.csv",
                                "attribution",
                                "canonical-csv",
                                bytes(attributions(200) + "m900\n"),
                                201,
                                entry -> entry.putObject("controlTotals").put("paidAmount", "5.00"))),
                acceptedBut(
                        "amount-too-large",
                        200,
                        ProblemCode.FIELD_TYPE,
                        "p.csv, line 202, paid_amount",
                        claims(many + claim(900, "99999999999999999999.00"), 201, "210.00")),
                acceptedBut(
                        "amount-of-a-tenth-of-a-cent",
                        200,
                        ProblemCode.FIELD_TYPE,
                        "p.csv, line 202, paid_amount",
                        claims(many + claim(900, "1.001"), 201, "201.00")));
    }

    public static List<BrokenDrop> otherFormats() {
        String encounter =
                "{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"subject\":{\"reference\":\"Patient/p2\"}}\n";
        String deep = "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"extension\":" + "[".repeat(3_000)
                + "]".repeat(3_000) + "}\n";
        return List.of(
                accepted("no-resources", 0, draft -> draft.fhir("Patient.ndjson", "Patient", "")),
                quarantined(
                        "json-too-deep",
                        ProblemCode.JSON_INVALID,
                        "Patient.ndjson, line 1",
                        draft -> draft.fhir("Patient.ndjson", "Patient", deep)),
                quarantined(
                        "json-of-another-type",
                        ProblemCode.JSON_INVALID,
                        "Encounter.ndjson, line 1, resourceType",
                        draft -> draft.fhir("Encounter.ndjson", "Encounter", PATIENT)),
                quarantined("resource-of-nobody", ProblemCode.ORPHAN, "Encounter.ndjson, line 1", draft -> draft.mode(
                                "full")
                        .fhir("Patient.ndjson", "Patient", PATIENT)
                        .fhir("Encounter.ndjson", "Encounter", encounter)),
                accepted("apcd-sound", 1, draft -> apcd(draft, row("ME", 80), 1)),
                quarantined(
                        "apcd-column-too-many",
                        ProblemCode.RECORD_SHAPE,
                        "me.txt, line 2",
                        draft -> apcd(draft, row("ME", 81), 1)),
                quarantined(
                        "apcd-column-behind-the-type",
                        ProblemCode.RECORD_SHAPE,
                        "me.txt, line 2",
                        draft -> apcd(draft, row("ME", 80) + "|x", 1)),
                quarantined(
                        "apcd-of-another-type",
                        ProblemCode.FIELD_VALUE,
                        "me.txt, line 2, CDLME899",
                        draft -> apcd(draft, row("MC", 80), 1)),
                rejected(
                        "apcd-without-trailer",
                        ProblemCode.HEADER_TRAILER,
                        "me.txt",
                        draft -> draft.file(
                                "me.txt",
                                "member-eligibility",
                                "apcd-cdl",
                                bytes(frame("HD", "P|") + row("ME", 80) + "\n"),
                                1)),
                rejected(
                        "apcd-trailer-counts-more",
                        ProblemCode.RECORD_COUNT_MISMATCH,
                        "me.txt, record_count",
                        draft -> draft.file(
                                "me.txt",
                                "member-eligibility",
                                "apcd-cdl",
                                bytes(frame("HD", "P|") + row("ME", 80) + "\n" + frame("TR", "2")),
                                1)),
                quarantined(
                        "cclf-line-cut",
                        ProblemCode.RECORD_SHAPE,
                        BrokenEnvelopes.MEMBER + ", line 1",
                        draft -> draft.file(
                                BrokenEnvelopes.MEMBER,
                                "cclf9",
                                "cclf",
                                bytes("M1S00E00AA111S00E00AA002020-01-0\n"),
                                1)));
    }

    private static UnaryOperator<DropDraft> csv(String text, long records) {
        return file(bytes(text), records);
    }

    private static UnaryOperator<DropDraft> file(byte[] content, long records) {
        return draft -> draft.file("a.csv", "attribution", "canonical-csv", content, records);
    }

    private static UnaryOperator<DropDraft> stated(String encoding, byte[] content, long records) {
        return draft -> draft.file(
                "a.csv", "attribution", "canonical-csv", content, records, entry -> entry.put("encoding", encoding));
    }

    /** A file that states an encoding which its format may not have. */
    private static BrokenDrop latin1(String name, String file, String type, String format, String text) {
        byte[] content = text.replace("First", "Pe\u00f1a").getBytes(StandardCharsets.ISO_8859_1);
        return rejected(
                name,
                ProblemCode.MANIFEST_FIELD,
                "manifest.json, files[0].encoding",
                draft -> draft.file(file, type, format, content, 1, entry -> entry.put("encoding", "ISO-8859-1")));
    }

    private static BrokenDrop header(String name, String text, long records) {
        return rejected(name, ProblemCode.HEADER_INVALID, "a.csv, line 1", csv(text, records));
    }

    private static BrokenDrop value(String name, ProblemCode code, String field, String good, String bad) {
        return quarantined(
                name,
                code,
                "a.csv, line 2, " + field,
                csv(ATTRIBUTION_HEADER + attribution(1).replace(good, bad), 1));
    }

    private static String secondLine(String practice) {
        return ATTRIBUTION_HEADER + attribution(1).replace("First, Practice", practice);
    }

    private static String claim(int number, String paid) {
        return "c" + number + ",m1,1,0,ORIGINAL,2025-01-02,paid," + paid + "\n";
    }

    private static UnaryOperator<DropDraft> claims(String rows, long records, String total) {
        return draft -> draft.file(
                "p.csv",
                "pharmacy_claim",
                "canonical-csv",
                bytes(CLAIM_HEADER + rows),
                records,
                entry -> entry.putObject("controlTotals").put("paidAmount", total));
    }

    private static DropDraft apcd(DropDraft draft, String row, int records) {
        byte[] content = bytes(frame("HD", "P|") + row + "\n" + frame("TR", "" + records));
        return draft.file(
                "me.txt", "member-eligibility", "apcd-cdl", content, records, entry -> entry.put("layoutVersion", "2"));
    }

    private static String frame(String kind, String last) {
        String period = kind.equals("HD") ? "202501|202512|" : "20260101||";
        return kind + "|S|P|Plan|ME|" + period + last + "\n";
    }

    /** A member month; an element stands at its number, the record type last. */
    private static String row(String recordType, int columns) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns, ""));
        cells.set(4, "2025");
        cells.set(5, "02");
        cells.set(60, "M1");
        cells.set(columns - 1, recordType);
        return String.join("|", cells);
    }
}
