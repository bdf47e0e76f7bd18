package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;

/** One claim after final action: its header or first line, its lines, diagnoses and ICD procedures. */
final class Claim {
    private final String key;
    private final List<ClaimLine> lines = new ArrayList<>();
    private final List<CanonicalRow> diagnoses = new ArrayList<>();
    private final List<CanonicalRow> procedures = new ArrayList<>();
    private CanonicalRow header;

    Claim(String key) {
        this.key = requireNonNull(key, "key");
    }

    /** Payer, member, claim number and version: what the rows of one claim share. */
    static String keyOf(CanonicalRow row) {
        return row.payerId() + '/' + row.memberId() + '/' + row.text("claim_id") + '/' + row.integer("record_version");
    }

    String key() {
        return key;
    }

    void addLine(CanonicalRow row) {
        lines.add(ClaimLine.of(row));
    }

    void addDiagnosis(CanonicalRow row) {
        diagnoses.add(row);
    }

    void addProcedure(CanonicalRow row) {
        procedures.add(row);
    }

    List<ClaimLine> lines() {
        return lines;
    }

    List<CanonicalRow> diagnoses() {
        return diagnoses;
    }

    List<CanonicalRow> procedures() {
        return procedures;
    }

    /** The row that speaks for the claim: its header where one was sent, else its first line. */
    CanonicalRow header() {
        if (header == null) {
            ClaimLine first = lines.get(0);
            for (ClaimLine line : lines) {
                if (line.number() < first.number()) {
                    first = line;
                }
            }
            header = first.row();
        }
        return header;
    }

    /** Whether nothing of the claim was accepted for payment: its header, or every one of its lines. */
    boolean isDenied() {
        int billed = 0;
        int denied = 0;
        for (ClaimLine line : lines) {
            if (line.number() == 0 && line.denied()) {
                return true;
            }
            if (line.number() > 0) {
                billed++;
                denied += line.denied() ? 1 : 0;
            }
        }
        return billed > 0 && denied == billed;
    }

    /** Whether what is said of a line, or of the whole claim for line 0, is denied. */
    boolean isDenied(int lineNumber) {
        ClaimLine line = lineNumber > 0 ? line(lineNumber) : null;
        return line == null ? isDenied() : line.denied();
    }

    /** The claim's line of that number, or null. */
    ClaimLine line(int lineNumber) {
        for (ClaimLine line : lines) {
            if (line.number() == lineNumber) {
                return line;
            }
        }
        return null;
    }

    boolean isInstitutional() {
        return "institutional".equals(header().text("claim_type"));
    }

    /** Type of bill without its frequency digit, for example 11; empty where there is none. */
    String facilityType() {
        String bill = header().text("bill_type_code");
        return bill == null || bill.length() < 2 ? "" : bill.substring(0, 2);
    }

    /** Inpatient stays: hospital 11x, swing bed 18x, skilled nursing 21x, religious nonmedical 41x; 12x is no stay. */
    boolean isInpatientStay() {
        return switch (facilityType()) {
            case "11", "18", "21", "41" -> isInstitutional();
            default -> false;
        };
    }

    /** From admission to discharge for stays, else from the first to the last day of the claim. */
    Span span() {
        CanonicalRow header = header();
        LocalDate first = header.date("claim_start_date");
        LocalDate last = header.date("claim_end_date");
        if (isInpatientStay()) {
            first = header.date("admission_date") == null ? first : header.date("admission_date");
            last = header.date("discharge_date") == null ? last : header.date("discharge_date");
        }
        if (first == null || last == null) {
            return first == null && last == null ? linesSpan() : Span.of(first == null ? last : first, last == null ? first : last);
        }
        return Span.of(first, last.isBefore(first) ? first : last);
    }

    /** From the earliest to the latest day of the lines that were not denied; unknown where no line has a date. */
    Span linesSpan() {
        int first = Span.UNKNOWN;
        int last = Span.UNKNOWN;
        for (ClaimLine line : lines) {
            if (!line.denied() && line.span().isKnown()) {
                first = first == Span.UNKNOWN ? line.span().first() : Math.min(first, line.span().first());
                last = Math.max(last, line.span().last());
            }
        }
        return Span.days(first, last);
    }

    /** FHIR class of the setting in which a line was rendered. */
    String setting(ClaimLine line) {
        if (isInpatientStay()) {
            return facilityType().equals("11") ? "IMP" : "NONAC";
        }
        if (isInstitutional()) {
            return institutionalSetting();
        }
        return switch (line.placeOfService()) {
            case "21", "51", "61" -> "IMP";
            case "23" -> "EMER";
            case "31", "32", "34" -> "NONAC";
            case "12" -> "HH";
            case "02", "10" -> "VR";
            default -> "AMB";
        };
    }

    private String institutionalSetting() {
        for (ClaimLine line : lines) {
            if (line.revenueCenter().startsWith("UBREV|045") || line.revenueCenter().equals("UBREV|0981")) {
                return "EMER";
            }
        }
        return facilityType().equals("12") ? "IMP" : "AMB";
    }
}
