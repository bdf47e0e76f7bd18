package org.mcpstrata.stratify;

import java.math.BigDecimal;

/**
 * An observation of one person with the products that intervals of means need, made once for the many cells the person
 * is in.
 *
 * @param weight the exposure, or 1 where none is counted
 */
record Amounts(
        BigDecimal observation,
        BigDecimal weight,
        BigDecimal observationSquare,
        BigDecimal product,
        BigDecimal weightSquare) {
    static Amounts of(BigDecimal observation, BigDecimal weight) {
        return new Amounts(
                observation,
                weight,
                observation.multiply(observation),
                observation.multiply(weight),
                weight.multiply(weight));
    }
}
