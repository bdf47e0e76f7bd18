package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/**
 * One final-action line of a medical claim, read once.
 *
 * @param number 0 for a header sent as a record of its own
 * @param service CPT or HCPCS code, or empty
 * @param place place of service, or empty
 * @param codings all codes on the line itself
 */
record ClaimLine(
        CanonicalRow row,
        int number,
        boolean denied,
        Span span,
        String service,
        String place,
        Set<String> modifiers,
        List<String> codings) {
    private static final Table TABLE = Table.MEDICAL_CLAIM;
    private static final Column NUMBER = TABLE.column("claim_line_number");
    private static final Column CLAIM_STATUS = TABLE.column("claim_status");
    private static final Column LINE_STATUS = TABLE.column("line_status");
    private static final Column START = TABLE.column("claim_start_date");
    private static final Column END = TABLE.column("claim_end_date");
    private static final Column LINE_START = TABLE.column("claim_line_start_date");
    private static final Column LINE_END = TABLE.column("claim_line_end_date");
    private static final Column HCPCS = TABLE.column("hcpcs_code");
    private static final Column REVENUE = TABLE.column("revenue_center_code");
    private static final Column PLACE = TABLE.column("place_of_service_code");
    private static final Column BILL = TABLE.column("bill_type_code");
    private static final Column NCH = TABLE.column("nch_claim_type_code");
    private static final Pattern QUALITY_DATA = Pattern.compile("G[89][0-9]{3}|M1[0-9]{3}");
    private static final List<Column> MODIFIERS = List.of(
            TABLE.column("hcpcs_modifier_1"),
            TABLE.column("hcpcs_modifier_2"),
            TABLE.column("hcpcs_modifier_3"),
            TABLE.column("hcpcs_modifier_4"));

    static ClaimLine of(CanonicalRow row) {
        return new ClaimLine(
                row,
                row.integer(NUMBER),
                "denied".equals(row.text(CLAIM_STATUS)) || "denied".equals(row.text(LINE_STATUS)),
                spanOf(row),
                textOf(row, HCPCS),
                textOf(row, PLACE),
                modifiersOf(row),
                codingsOf(row));
    }

    /** The same line where the header denies the whole claim, as Medicare does for institutional claims. */
    ClaimLine ofDeniedClaim() {
        return new ClaimLine(row, number, true, span, service, place, modifiers, codings);
    }

    /** Line dates, else claim dates; a missing last day is the first. */
    private static Span spanOf(CanonicalRow row) {
        boolean ownDates = row.date(LINE_START) != null;
        LocalDate first = row.date(ownDates ? LINE_START : START);
        LocalDate last = row.date(ownDates ? LINE_END : END);
        if (first == null) {
            first = last;
        }
        return Span.of(first, last == null || last.isBefore(first) ? first : last);
    }

    private static String textOf(CanonicalRow row, Column column) {
        String text = row.text(column);
        return text == null ? "" : text;
    }

    private static Set<String> modifiersOf(CanonicalRow row) {
        Set<String> found = Set.of();
        for (Column column : MODIFIERS) {
            String modifier = row.text(column);
            if (modifier != null) {
                found = found.isEmpty() ? new TreeSet<>() : found;
                found.add(modifier);
            }
        }
        return found;
    }

    private static List<String> codingsOf(CanonicalRow row) {
        List<String> codings = new ArrayList<>(5);
        String service = row.text(HCPCS);
        if (service != null) {
            // Claims carry both systems in one field: a leading letter is HCPCS level II, everything else CPT.
            codings.add((Character.isLetter(service.charAt(0)) ? "HCPCS|" : "CPT|") + service);
        }
        add(codings, "UBREV|", row.text(REVENUE));
        add(codings, "POS|", row.text(PLACE));
        addClaimCodings(codings, row);
        return codings;
    }

    /** Adds the codes a row states of its whole claim: the type of bill and Medicare claim type. */
    static void addClaimCodings(List<String> codings, CanonicalRow row) {
        add(codings, "UBTOB|", row.text(BILL));
        add(codings, "NCHTYPE|", row.text(NCH));
    }

    private static void add(List<String> codings, String system, String code) {
        if (code != null && !codings.contains(system + code)) {
            codings.add(system + code);
        }
    }

    /** Whether the service is a CPT category II code, four digits and an F: it reports quality and is no service. */
    boolean isCategoryTwo() {
        return service.length() == 5 && service.charAt(4) == 'F' && Character.isDigit(service.charAt(0));
    }

    /**
     * Whether the code reports quality and is no service: category II of CPT, and the quality-data
     * codes of HCPCS, which are G8000 to G9999 and M1000 to M1999.
     */
    boolean reportsQuality() {
        return isCategoryTwo() || QUALITY_DATA.matcher(service).matches();
    }
}
