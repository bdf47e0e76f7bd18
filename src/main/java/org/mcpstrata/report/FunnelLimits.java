package org.mcpstrata.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Control limits of a funnel plot: between them lies the share of the given probability of practices of that size if all
 * of them gave the same care and differed by chance alone. Exact binomial limits, interpolated between whole people
 * (Spiegelhalter, Statistics in Medicine 2005, appendix A.1.1); the centre is taken as known.
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
        return limit(people, (1 - probability) / 2);
    }

    /** The upper limit for a practice of that many people, 0 to 1. */
    double upper(long people, double probability) {
        return limit(people, (1 + probability) / 2);
    }

    private double limit(long people, double cumulative) {
        BinomialDistribution distribution = BinomialDistribution.of(Math.toIntExact(people), centre);
        int count = distribution.inverseCumulativeProbability(cumulative);
        double above = distribution.cumulativeProbability(count);
        double below = distribution.cumulativeProbability(count - 1);
        double surplus = above > below ? (above - cumulative) / (above - below) : 0;
        return Math.min(1, Math.max(0, (count - surplus) / people));
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
