package org.mcpstrata.stratify;

import java.math.BigDecimal;

/** Amounts of one person with the products that intervals of means need, made once for the many cells the person is in. */
record Amounts(
        BigDecimal observation,
        BigDecimal exposure,
        BigDecimal observationSquare,
        BigDecimal product,
        BigDecimal exposureSquare) {
    static Amounts of(BigDecimal observation, BigDecimal exposure) {
        return new Amounts(
                observation,
                exposure,
                observation.multiply(observation),
                observation.multiply(exposure),
                exposure.multiply(exposure));
    }
}
