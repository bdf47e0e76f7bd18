package org.mcpstrata.stratify;

import java.math.BigDecimal;
import org.mcpstrata.model.Verdict;

/**
 * A verdict with the products that intervals of means need, made once for the many cells the person is in.
 *
 * @param weight the exposure, or 1 where none is counted; null, like the rest, without an observation
 */
record Weighed(
        Verdict verdict, BigDecimal weight, BigDecimal observationSquare, BigDecimal product, BigDecimal weightSquare) {
    static Weighed of(Verdict verdict) {
        BigDecimal observation = verdict.observation();
        if (observation == null) {
            return new Weighed(verdict, null, null, null, null);
        }
        BigDecimal weight = verdict.exposure() == null ? BigDecimal.ONE : verdict.exposure();
        return new Weighed(
                verdict,
                weight,
                observation.multiply(observation),
                observation.multiply(weight),
                weight.multiply(weight));
    }
}
