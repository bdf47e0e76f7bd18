package org.mcpstrata.stratify;

import java.math.BigDecimal;

/**
 * An exact sum of decimals. Most of what is counted in cells are whole months, which are added as whole numbers as long as
 * they fit.
 */
final class DecimalSum {
    private static final int DIGITS = 15;

    private long whole;
    private BigDecimal rest = BigDecimal.ZERO;

    void add(BigDecimal value) {
        if (value.scale() == 0 && value.precision() <= DIGITS) {
            whole = Math.addExact(whole, value.longValue());
        } else {
            rest = rest.add(value);
        }
    }

    BigDecimal value() {
        return rest.add(BigDecimal.valueOf(whole));
    }
}
