package org.mcpstrata.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** The exact binomial interval of a proportion, for the presentation standard of {@link PresentationStandard}. */
public final class ClopperPearson {
    private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;

    private ClopperPearson() {}

    /** The interval; nobody has none. */
    public static Interval of(Proportion proportion) {
        long x = proportion.numerator();
        long n = proportion.denominator();
        if (n == 0) {
            throw new IllegalArgumentException("nobody has no interval");
        }
        double lo = x == 0 ? 0 : BetaDistribution.of(x, n - x + 1.0).inverseCumulativeProbability(TAIL);
        double hi = x == n ? 1 : BetaDistribution.of(x + 1.0, n - x).inverseSurvivalProbability(TAIL);
        return new Interval(lo, hi, "CLOPPER_PEARSON");
    }
}
