package org.mcpstrata.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** Observation rows as events. */
final class ObservationEvents {
    private static final Table TABLE = Table.OBSERVATION;
    private static final Column ID = TABLE.column("observation_id");
    private static final Column CATEGORY = TABLE.column("category");
    private static final Column SYSTEM = TABLE.column("code_system");
    private static final Column CODE = TABLE.column("code");
    private static final Column MORE = TABLE.column("more_codes");
    private static final Column VALUE_KIND = TABLE.column("value_kind");
    private static final Column VALUE = TABLE.column("value");
    private static final Column COMPARATOR = TABLE.column("comparator");
    private static final Column UNIT = TABLE.column("unit");
    private static final Column VALUE_SYSTEM = TABLE.column("value_code_system");
    private static final Column VALUE_CODE = TABLE.column("value_code");
    private static final Column MORE_VALUES = TABLE.column("more_value_codes");
    private static final Column VISIT = TABLE.column("encounter_id");
    private static final Column CLASS = TABLE.column("encounter_class");
    private static final RowSpan SPAN = RowSpan.of(TABLE, "observation", "observation_end");

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,20}(\\.\\d{1,20})?");

    private ObservationEvents() {}

    /** Adds the event of a row, unless no measure asks for it. */
    static void add(CanonicalRow row, Interest interest, VisitClasses visits, List<Event> events) {
        RowCodes index = interest.codes();
        Codes codes = index.of(row, SYSTEM, CODE, MORE);
        String ownClass = row.text(CLASS);
        String setting = ownClass == null ? visits.of(EventDraft.id(row, row.text(VISIT))) : ownClass;
        if (!interest.asksFor(EventKind.OBSERVATION, codes, setting, row.list(CATEGORY))) {
            return;
        }
        events.add(new EventDraft(EventKind.OBSERVATION, EventDraft.id(row, row.text(ID)), row)
                .span(SPAN.ofOneDayWithoutEnd(row))
                .codes(codes)
                .value(value(row, index))
                .facts(FactColumns.OBSERVATION.of(row, index))
                .setting(setting)
                .build());
    }

    private static EventValue value(CanonicalRow row, RowCodes index) {
        String kind = row.text(VALUE_KIND);
        if (kind == null) {
            return EventValue.MISSING;
        }
        return switch (kind) {
            case "QUANTITY" -> quantity(row);
            case "CODE" -> coded(row, index);
            default -> new EventValue.Other(text(row, VALUE), text(row, UNIT));
        };
    }

    private static EventValue quantity(CanonicalRow row) {
        String number = row.text(VALUE);
        if (number == null) {
            return EventValue.MISSING;
        }
        String comparator = text(row, COMPARATOR);
        String unit = text(row, UNIT);
        if (!NUMBER.matcher(number).matches()) {
            return new EventValue.Other(comparator + number, unit);
        }
        return new EventValue.Quantity(new BigDecimal(number), unit, comparator, comparator + number, unit);
    }

    private static EventValue coded(CanonicalRow row, RowCodes index) {
        List<String> codings = new ArrayList<>(2);
        if (row.text(VALUE_SYSTEM) != null && row.text(VALUE_CODE) != null) {
            codings.add(row.text(VALUE_SYSTEM) + '|' + row.text(VALUE_CODE));
        }
        codings.addAll(row.list(MORE_VALUES));
        return EventValue.Coded.of(index.of(codings));
    }

    private static String text(CanonicalRow row, Column column) {
        String text = row.text(column);
        return text == null ? "" : text;
    }
}
