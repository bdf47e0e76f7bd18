package org.mcpstrata.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;

/** Reads the value of an observation row. */
final class ObservationValues {
    private static final BigDecimal IFCC_SLOPE = new BigDecimal("0.09148");
    private static final BigDecimal IFCC_OFFSET = new BigDecimal("2.152");

    private ObservationValues() {}

    /** What the row says; missing where it has no value or gives a reason for having none. */
    static EventValue of(CanonicalRow row, CodeIndex index) {
        String kind = row.text("value_kind");
        if (kind == null) {
            return EventValue.MISSING;
        }
        return switch (kind) {
            case "QUANTITY" -> quantity(row);
            case "CODE" -> coded(row, index);
            case "TEXT", "BOOLEAN", "DATE", "RANGE" -> new EventValue.Other(textOf(row));
            default -> throw new IllegalStateException("observation.value_kind holds an unknown kind");
        };
    }

    private static EventValue quantity(CanonicalRow row) {
        String text = row.text("value");
        String unit = row.text("unit");
        if (text == null || unit == null) {
            // A number without a unit is refused: in UCUM 9 % is 0.09 (measures.md 17.14).
            return EventValue.MISSING;
        }
        BigDecimal number = new BigDecimal(text);
        String delivered = text + ' ' + unit;
        if (unit.equals("mmol/mol")) {
            // NGSP % from IFCC units, unrounded: 75 mmol/mol is 9.013 % (measures.md 17.13).
            number = number.multiply(IFCC_SLOPE).add(IFCC_OFFSET);
            unit = "%";
        }
        String comparator = row.text("comparator");
        if (comparator == null) {
            return new EventValue.Quantity(number, unit, delivered);
        }
        delivered = comparator + delivered;
        return switch (comparator) {
            case "<" -> new EventValue.Band(null, false, number, false, unit, delivered);
            case "<=" -> new EventValue.Band(null, false, number, true, unit, delivered);
            case ">" -> new EventValue.Band(number, false, null, false, unit, delivered);
            case ">=" -> new EventValue.Band(number, true, null, false, unit, delivered);
            default -> new EventValue.Other(delivered);
        };
    }

    private static EventValue coded(CanonicalRow row, CodeIndex index) {
        List<String> codings = new ArrayList<>();
        if (row.text("value_code_system") != null && row.text("value_code") != null) {
            codings.add(row.text("value_code_system") + '|' + row.text("value_code"));
        }
        codings.addAll(row.list("more_value_codes"));
        return new EventValue.Coded(index.codes(codings));
    }

    private static String textOf(CanonicalRow row) {
        String text = row.text("value");
        return text == null ? "" : text;
    }
}
