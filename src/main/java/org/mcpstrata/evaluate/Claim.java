package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/**
 * One medical claim after final action: its lines, diagnoses and ICD procedures, and what they say together. Everything
 * but adding needs at least one line.
 */
final class Claim {
    private static final Table TABLE = Table.MEDICAL_CLAIM;
    private static final Column TYPE = TABLE.column("claim_type");
    private static final Column BILL = TABLE.column("bill_type_code");
    private static final Column START = TABLE.column("claim_start_date");
    private static final Column END = TABLE.column("claim_end_date");
    private static final Column ADMISSION = TABLE.column("admission_date");
    private static final Column DISCHARGE = TABLE.column("discharge_date");
    private static final Column DISPOSITION = TABLE.column("discharge_disposition_code");

    private final String key;
    private final List<ClaimLine> lines = new ArrayList<>();
    private Codes[] lineCodes;
    private final List<CanonicalRow> diagnoses = new ArrayList<>();
    private final List<CanonicalRow> procedures = new ArrayList<>();
    private int headerLine;

    Claim(String key) {
        this.key = requireNonNull(key, "key");
    }

    /**
     * Payer, claim number and version: what the rows of one claim share. All are of one person, whose Medicare number may
     * have changed between a claim's drops (inputs.md 1.4.1).
     */
    static String keyOf(CanonicalRow row, Column claimId, Column version) {
        return row.payerId() + '/' + row.text(claimId) + '/' + row.integer(version);
    }

    String key() {
        return key;
    }

    void addLine(CanonicalRow row) {
        ClaimLine line = ClaimLine.of(row);
        lines.add(line);
        if (line.number() < lines.get(headerLine).number()) {
            headerLine = lines.size() - 1;
        }
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

    /** Looks up the codes of every line, with what the header says of the claim; once, after all lines are there. */
    void look(RowCodes index) {
        denyWhatTheHeaderDenies();
        lineCodes = new Codes[lines.size()];
        for (int i = 0; i < lineCodes.length; i++) {
            List<String> codings = new ArrayList<>(lines.get(i).codings());
            ClaimLine.addClaimCodings(codings, header());
            lineCodes[i] = index.of(codings);
        }
    }

    /** Medicare denies an institutional claim on its header alone. */
    void denyWhatTheHeaderDenies() {
        ClaimLine header = lines.get(headerLine);
        if (header.number() == 0 && header.denied()) {
            lines.replaceAll(ClaimLine::ofDeniedClaim);
        }
    }

    /** An amount of the header that was sent as a record of its own; null where there is none. */
    BigDecimal headerAmount(Function<CanonicalRow, BigDecimal> amount) {
        ClaimLine header = lines.get(headerLine);
        return header.number() == 0 && lines.size() > 1 ? amount.apply(header.row()) : null;
    }

    Codes codesOf(int position) {
        return lineCodes[position];
    }

    List<CanonicalRow> diagnoses() {
        return diagnoses;
    }

    List<CanonicalRow> procedures() {
        return procedures;
    }

    /** The row that speaks for the claim: its header where one was sent, else its first line. */
    CanonicalRow header() {
        return lines.get(headerLine).row();
    }

    /** Whether the line's services are real lines of the claim: a header beside lines is not. */
    boolean isService(ClaimLine line) {
        return line.number() > 0 || lines.size() == 1;
    }

    /** A denied line says nothing of the others, unless all are denied. */
    private boolean counts(ClaimLine line) {
        return isService(line) && (!line.denied() || isDenied());
    }

    /** Whether nothing of the claim was accepted for payment: it as a whole, or every one of its lines. */
    boolean isDenied() {
        for (ClaimLine line : lines) {
            if (isService(line) && !line.denied()) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is said of a line, or of the whole claim for line 0, is denied. */
    boolean isDenied(int lineNumber) {
        ClaimLine line = line(lineNumber);
        return line == null ? isDenied() : line.denied();
    }

    /** The line of that number; null for line 0 and for a line that was not delivered. */
    ClaimLine line(int lineNumber) {
        for (ClaimLine line : lines) {
            if (line.number() == lineNumber && lineNumber > 0) {
                return line;
            }
        }
        return null;
    }

    /** institutional, professional or dme. */
    String type() {
        return header().text(TYPE);
    }

    /** The line's own days, else the claim's. */
    Span daysOf(ClaimLine line) {
        return line.span().isKnown() ? line.span() : fromThru();
    }

    /** Whether every line has a code in one of these sets: a claim of nothing but laboratory or ambulance, say. */
    boolean isOnlyOf(int[] sets) {
        for (int i = 0; i < lines.size(); i++) {
            if (counts(lines.get(i)) && !lineCodes[i].inAny(sets)) {
                return false;
            }
        }
        return sets.length > 0;
    }

    /** From the first day of any line to the last, else the claim's own days. */
    Span lineDays() {
        int first = Span.UNKNOWN;
        int last = Span.UNKNOWN;
        for (ClaimLine line : lines) {
            if (counts(line) && line.span().isKnown()) {
                first = first == Span.UNKNOWN
                        ? line.span().first()
                        : Math.min(first, line.span().first());
                last = Math.max(last, line.span().last());
            }
        }
        return first == Span.UNKNOWN ? fromThru() : Span.days(first, last);
    }

    /** From admission to discharge, else the claim's own days. */
    Span stay() {
        if (header().date(ADMISSION) == null) {
            return fromThru();
        }
        LocalDate discharge = header().date(DISCHARGE) == null ? header().date(END) : header().date(DISCHARGE);
        return ordered(header().date(ADMISSION), discharge);
    }

    /** The days the claim covers. */
    Span fromThru() {
        return ordered(header().date(START), header().date(END));
    }

    private static Span ordered(LocalDate first, LocalDate last) {
        LocalDate start = first == null ? last : first;
        return Span.of(start, last == null || last.isBefore(start) ? start : last);
    }

    /** Codings of where the claim sent the person. */
    List<String> dischargeCodings() {
        String code = header().text(DISPOSITION);
        return code == null ? List.of() : List.of("DISCHARGE|" + code);
    }

    /**
     * Encounter class of the place where a line was rendered, so that a reading reported on an emergency or inpatient
     * claim is known as one (measures.md 4, numerator 1).
     */
    String setting(ClaimLine line) {
        if (!"institutional".equals(type())) {
            return switch (line.place()) {
                case "21", "51", "61" -> "IMP";
                case "23" -> "EMER";
                case "31", "32" -> "NONAC";
                case "12" -> "HH";
                case "02", "10" -> "VR";
                default -> "AMB";
            };
        }
        String bill = header().text(BILL);
        return switch (bill == null || bill.length() < 2 ? "" : bill.substring(0, 2)) {
            case "11", "12", "41" -> "IMP";
            case "18", "21", "22" -> "NONAC";
            default -> hasEmergencyRoom() ? "EMER" : "AMB";
        };
    }

    private boolean hasEmergencyRoom() {
        for (ClaimLine line : lines) {
            for (String coding : line.codings()) {
                if (coding.startsWith("UBREV|045") || coding.equals("UBREV|0981")) {
                    return true;
                }
            }
        }
        return false;
    }
}
