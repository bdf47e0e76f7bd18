package org.mcpstrata.evaluate;

import java.util.List;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** Medication rows of clinical records as orders and fills; what a person merely states to take is neither. */
final class MedicationEvents {
    private static final Table TABLE = Table.MEDICATION;
    private static final Column ID = TABLE.column("medication_id");
    private static final Column KIND = TABLE.column("kind");
    private static final Column FORBIDS = TABLE.column("do_not_perform");
    private static final Column SYSTEM = TABLE.column("code_system");
    private static final Column CODE = TABLE.column("code");
    private static final Column MORE = TABLE.column("more_codes");
    private static final Column AUTHORED = TABLE.column("authored_date");
    private static final Column START = TABLE.column("start_date");
    private static final Column END = TABLE.column("end_date");
    private static final Column DAYS = TABLE.column("days_supply");
    private static final Column REFILLS = TABLE.column("refills");

    private MedicationEvents() {}

    /** Adds the event of a row, unless no measure asks for it. */
    static void add(CanonicalRow row, Interest interest, List<Event> events) {
        Codes codes = interest.codes().of(row, SYSTEM, CODE, MORE);
        EventKind kind =
                switch (row.text(KIND)) {
                    case "REQUEST" -> EventKind.MEDICATION_ORDER;
                    case "DISPENSE" -> EventKind.DISPENSING;
                    default -> null;
                };
        if (kind == null || !interest.asksFor(kind, codes) || Boolean.TRUE.equals(row.flag(FORBIDS))) {
            return;
        }
        events.add(new EventDraft(kind, EventDraft.id(row, row.text(ID)), row)
                .span(supply(row))
                .codes(codes)
                .facts(FactColumns.MEDICATION.of(row, interest.codes()))
                .build());
    }

    /**
     * From the stated start, else the day of the order or fill, over days of supply times (1 + refills); without days of
     * supply to the stated end. Without either a fill is its one day, and an order's supply is unknown: it overlaps
     * nothing (measures.md 3.3).
     */
    private static Span supply(CanonicalRow row) {
        int first = Span.dayOf(row.date(START) == null ? row.date(AUTHORED) : row.date(START));
        Integer days = row.integer(DAYS);
        boolean order = "REQUEST".equals(row.text(KIND));
        if (days == null || days < 1 || first == Span.UNKNOWN) {
            return Span.days(first, row.date(END) == null && !order ? first : Span.dayOf(row.date(END)));
        }
        boolean refillable = order && row.integer(REFILLS) != null;
        return Span.days(first, first + days * (1 + (refillable ? row.integer(REFILLS) : 0)) - 1);
    }
}
