package org.mcpstrata.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How values of one scoring are shown. This is the one place of the report that rounds, half up; pages carry the rounded
 * figures and round nothing themselves.
 */
enum Display {
    /** Shares of people, as percentages. */
    PROPORTION(2, 1),
    /** Events for a fixed number of months. */
    RATE(0, 1),
    /** Observed over expected, and changes. */
    RATIO(0, 2),
    /** Means in the unit of the measure. */
    CONTINUOUS(0, 2);

    private final int shift;
    private final int decimals;

    Display(int shift, int decimals) {
        this.shift = shift;
        this.decimals = decimals;
    }

    /** Digits after the point. */
    int decimals() {
        return decimals;
    }

    /** A value as it is shown; null stays null. */
    BigDecimal shown(Double value) {
        return value == null ? null : rounded(BigDecimal.valueOf(value));
    }

    /** How far a value lies from another, rounded once; null where either is. */
    BigDecimal difference(Double value, Double other) {
        return value == null || other == null
                ? null
                : rounded(BigDecimal.valueOf(value).subtract(BigDecimal.valueOf(other)));
    }

    private BigDecimal rounded(BigDecimal value) {
        return value.movePointRight(shift).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A percentage that a table already gives from 0 to 100, with one digit; null stays null. */
    static BigDecimal percent(Double from0To100) {
        return from0To100 == null ? null : BigDecimal.valueOf(from0To100).setScale(1, RoundingMode.HALF_UP);
    }
}
