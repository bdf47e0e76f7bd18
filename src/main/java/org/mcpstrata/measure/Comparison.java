package org.mcpstrata.measure;

import java.math.BigDecimal;

/** The comparisons of thresholds and bands. */
public enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public static Comparison parse(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("is not one of < <= > >= =");
    }

    /** Whether the number stands in this relation to the limit, exactly and without rounding. */
    public boolean holds(BigDecimal number, BigDecimal limit) {
        int sign = number.compareTo(limit);
        return switch (this) {
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
            case EQUAL -> sign == 0;
        };
    }
}
