package org.mcpstrata.evaluate;

import java.util.List;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** Final-action pharmacy claims as fills; a denied fill is none. */
final class PharmacyFills {
    private static final Column CLAIM = Table.PHARMACY_CLAIM.column("claim_id");
    private static final Column NDC = Table.PHARMACY_CLAIM.column("ndc_code");
    private static final Column FILL = Table.PHARMACY_CLAIM.column("dispensing_date");
    private static final Column DAYS = Table.PHARMACY_CLAIM.column("days_supply");
    private static final Column STATUS = Table.PHARMACY_CLAIM.column("claim_status");

    private PharmacyFills() {}

    /** Codings of a fill, for value sets. */
    static List<String> codings(CanonicalRow row) {
        String ndc = row.text(NDC);
        return ndc == null ? List.of() : List.of("NDC|" + ndc);
    }

    /** Adds the fill of a row: it supplies from its day over its days of supply, without them that one day. */
    static void add(CanonicalRow row, Interest interest, List<Event> events) {
        Codes codes = interest.codes().of(codings(row));
        if (!interest.asksFor(EventKind.DISPENSING, codes) || "denied".equals(row.text(STATUS))) {
            return;
        }
        int first = Span.dayOf(row.date(FILL));
        Integer days = row.integer(DAYS);
        events.add(new EventDraft(EventKind.DISPENSING, EventDraft.id(row, row.text(CLAIM)), row)
                .span(Span.days(first, first + Math.max(1, days == null ? 1 : days) - 1))
                .codes(codes)
                .billed(null, null)
                .build());
    }
}
