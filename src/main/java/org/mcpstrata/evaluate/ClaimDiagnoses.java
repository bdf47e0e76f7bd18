package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Evidence.Path;
import org.mcpstrata.model.Table;

/**
 * The diagnoses of one claim: as diagnoses of its visit, and as conditions of the person (measures.md 2.4).
 *
 * <p>A condition's span is the claim's from-thru; whether it lasts beyond (chronic) is the definition's to say. Claims
 * of laboratory, imaging, ambulance and equipment alone say what was looked for, not what was found: they establish no
 * condition. Neither does the admitting diagnosis.
 */
record ClaimDiagnoses(Codes all, Codes principal, List<Event> conditions) {
    private static final Column ROLE = Table.CLAIM_DIAGNOSIS.column("role");
    private static final Column LINE = Table.CLAIM_DIAGNOSIS.column("claim_line_number");
    private static final Column START = Table.CLAIM_DIAGNOSIS.column("claim_start_date");
    private static final Column END = Table.CLAIM_DIAGNOSIS.column("claim_end_date");
    private static final Column SEQUENCE = Table.CLAIM_DIAGNOSIS.column("sequence");

    static ClaimDiagnoses of(Claim claim, CodeIndex index) {
        if (claim.diagnoses().isEmpty()) {
            return new ClaimDiagnoses(Codes.NONE, Codes.NONE, List.of());
        }
        boolean establishes = claim.establishesConditions(index);
        List<String> all = new ArrayList<>();
        List<String> principal = new ArrayList<>();
        List<Event> conditions = new ArrayList<>();
        for (CanonicalRow row : claim.diagnoses()) {
            if ("admitting".equals(row.text(ROLE)) || claim.isDenied(row.integer(LINE))) {
                continue;
            }
            Codes codes = index.codes(row);
            all.addAll(codes.codings());
            if ("principal".equals(row.text(ROLE)) || row.integer(SEQUENCE) == 1 && row.integer(LINE) == 0) {
                principal.addAll(codes.codings());
            }
            if (establishes && index.looksFor(EventKind.CONDITION, codes)) {
                conditions.add(condition(claim, row, codes));
            }
        }
        return new ClaimDiagnoses(index.codes(all), index.codes(principal), conditions);
    }

    private static Event condition(Claim claim, CanonicalRow row, Codes codes) {
        return new EventDraft(EventKind.CONDITION, Path.PROC, row)
                .id(claim.key())
                .span(spanOf(claim, row))
                .codes(codes)
                .status("confirmed")
                .categories(List.of("encounter-diagnosis"))
                .visit(claim.key())
                .build();
    }

    private static Span spanOf(Claim claim, CanonicalRow row) {
        ClaimLine line = row.integer(LINE) > 0 ? claim.line(row.integer(LINE)) : null;
        if (line != null && line.span().isKnown()) {
            return line.span();
        }
        if (!claim.lines().isEmpty() && claim.span().isKnown()) {
            return claim.span();
        }
        return Span.of(row.date(START), row.date(END) == null ? row.date(START) : row.date(END));
    }
}
