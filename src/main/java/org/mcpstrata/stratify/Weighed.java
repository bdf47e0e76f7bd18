package org.mcpstrata.stratify;

import java.math.BigDecimal;
import org.mcpstrata.model.Verdict;

/**
 * A verdict with what cells count of it, made once for the many cells the person is in.
 *
 * @param riskCell number of the person's cell in the measure's risk model, or {@value #NO_RISK} where it has none
 * @param ageBand of the person, for the performance denominator of a proportion; null for any other verdict, and where
 *     the age is unknown
 * @param amounts null without an observation
 */
record Weighed(Verdict verdict, int riskCell, AgeBand ageBand, Amounts amounts) {
    static final int NO_RISK = -1;
    private static final int NO_AMOUNTS = -2;

    /** A verdict whose amounts are counted elsewhere. */
    static Weighed peopleOf(Verdict verdict) {
        return new Weighed(verdict, NO_AMOUNTS, null, null);
    }

    static Weighed of(Verdict verdict, int riskCell, AgeBand ageBand) {
        BigDecimal weight = verdict.exposure() == null ? BigDecimal.ONE : verdict.exposure();
        return new Weighed(
                verdict,
                riskCell,
                ageBand,
                verdict.observation() == null ? null : Amounts.of(verdict.observation(), weight));
    }

    /** Whether the verdict's own exposure counts. */
    boolean hasExposure() {
        return riskCell != NO_AMOUNTS && verdict.exposure() != null;
    }
}
