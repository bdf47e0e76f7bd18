package org.mcpstrata.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Control limits of a funnel plot: between them lies the share of the given probability of practices of that size if all
 * of them gave the same care and differed by chance alone. Exact binomial limits, interpolated between whole people
 * (Spiegelhalter, Statistics in Medicine 2005, appendix A.1.1) at both ends alike, so that a count lies outside exactly if
 * a count that far out has less than half of the remaining probability; the centre is taken as known.
 *
 * @param centre the rate of the whole program, 0 to 1
 */
record FunnelLimits(double centre) {
    /** Outside limits of 95 %: one practice in twenty by chance. */
    static final double WARNING = 0.95;

    /** Outside limits of 99.8 %: one practice in five hundred by chance. */
    static final double ALARM = 0.998;

    FunnelLimits {
        if (!(centre >= 0 && centre <= 1)) {
            throw new IllegalArgumentException("a rate lies between 0 and 1");
        }
    }

    /** The lower limit for a practice of that many people, 0 to 1. */
    double lower(long people, double probability) {
        double tail = (1 - probability) / 2;
        BinomialDistribution distribution = BinomialDistribution.of(Math.toIntExact(people), centre);
        int count = distribution.inverseCumulativeProbability(tail);
        double upTo = distribution.cumulativeProbability(count);
        double before = distribution.cumulativeProbability(count - 1);
        return Math.max(0, (count - (upTo - tail) / (upTo - before)) / people);
    }

    /** The upper limit, which is the lower one of those who are not in the numerator. */
    double upper(long people, double probability) {
        return 1 - new FunnelLimits(1 - centre).lower(people, probability);
    }

    /** Where a practice lies: {@code WITHIN}, {@code BEYOND_95} or {@code BEYOND_998}. */
    String place(long people, double rate) {
        if (rate < lower(people, ALARM) || rate > upper(people, ALARM)) {
            return "BEYOND_998";
        }
        return rate < lower(people, WARNING) || rate > upper(people, WARNING) ? "BEYOND_95" : "WITHIN";
    }

    /** A limit in percent, for drawing. */
    static BigDecimal percent(double limit) {
        return BigDecimal.valueOf(limit).movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }
}
