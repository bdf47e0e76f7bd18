package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** One final-action line of a medical claim, read once. */
record ClaimLine(
        CanonicalRow row,
        int number,
        boolean denied,
        Span span,
        String service,
        String revenueCenter,
        String placeOfService,
        List<String> modifiers) {
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
    private static final List<Column> MODIFIERS = List.of(
            TABLE.column("hcpcs_modifier_1"),
            TABLE.column("hcpcs_modifier_2"),
            TABLE.column("hcpcs_modifier_3"),
            TABLE.column("hcpcs_modifier_4"));

    static ClaimLine of(CanonicalRow row) {
        String code = row.text(HCPCS);
        return new ClaimLine(
                row,
                row.integer(NUMBER),
                "denied".equals(row.text(CLAIM_STATUS)) || "denied".equals(row.text(LINE_STATUS)),
                spanOf(row),
                code == null ? "" : ServiceCodes.coding(code),
                row.text(REVENUE) == null ? "" : "UBREV|" + row.text(REVENUE),
                row.text(PLACE) == null ? "" : row.text(PLACE),
                modifiersOf(row));
    }

    /** Line dates, else claim dates; a missing last day is the first. */
    private static Span spanOf(CanonicalRow row) {
        LocalDate first = row.date(LINE_START) == null ? row.date(START) : row.date(LINE_START);
        LocalDate last = row.date(LINE_END);
        if (last == null) {
            last = row.date(LINE_START) == null ? row.date(END) : row.date(LINE_START);
        }
        if (first == null) {
            first = last;
        }
        return Span.of(first, last == null || last.isBefore(first) ? first : last);
    }

    private static List<String> modifiersOf(CanonicalRow row) {
        List<String> found = new ArrayList<>(4);
        for (Column column : MODIFIERS) {
            String modifier = row.text(column);
            if (modifier != null) {
                found.add(modifier);
            }
        }
        return found;
    }

    /**
     * A CPT II code with a modifier that says the service was not done: 1P medical, 2P patient, 3P system reason, 8P not
     * otherwise given. Empty for every other line.
     */
    String exclusionModifier() {
        if (ServiceCodes.isCategoryTwo(service)) {
            for (String modifier : modifiers) {
                if (modifier.equals("1P") || modifier.equals("2P") || modifier.equals("3P") || modifier.equals("8P")) {
                    return modifier;
                }
            }
        }
        return "";
    }

    /** All codings by which a value set may know this line. */
    List<String> codings() {
        List<String> codings = new ArrayList<>(3);
        if (!service.isEmpty()) {
            codings.add(service);
        }
        if (!revenueCenter.isEmpty()) {
            codings.add(revenueCenter);
        }
        if (!placeOfService.isEmpty()) {
            codings.add("POS|" + placeOfService);
        }
        return codings;
    }
}
