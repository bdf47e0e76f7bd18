package org.mcpstrata.statistics;

/**
 * The ratio of two proportions with Katz's log interval (stratification.md 4.2). Where a numerator is 0 the interval is
 * that of the adjusted log, half a person more in all four numbers; where everybody of both groups is in the numerator,
 * so that both logs have no error at all, it comes from the Wilson limits (MOVER-R).
 */
public final class RiskRatio {
    private RiskRatio() {}

    /** The exact ratio, absent where nobody of the second group is in its numerator, and its interval. */
    public static Contrast of(Proportion one, Proportion other) {
        Double ratio = other.isNone() ? null : (Double) (one.value() / other.value());
        if (one.isAll() && other.isAll()) {
            return Mover.ratio(one.measured(), other.measured());
        }
        if (one.isNone() || other.isNone()) {
            Interval adjusted = interval(one, other, 0.5, "ADJ_LOG");
            return new Contrast(ratio, one.isNone() ? new Interval(0, adjusted.hi(), adjusted.method()) : adjusted);
        }
        return new Contrast(ratio, interval(one, other, 0, "KATZ_LOG"));
    }

    /** Standard error of the logarithm of the ratio, with so much added to all four numbers. */
    static double logError(Proportion one, Proportion other, double added) {
        return Math.sqrt(1 / (one.numerator() + added)
                - 1 / (one.denominator() + added)
                + 1 / (other.numerator() + added)
                - 1 / (other.denominator() + added));
    }

    /** The ratio with so much added to all four numbers. */
    static double ratio(Proportion one, Proportion other, double added) {
        return (one.numerator() + added)
                / (one.denominator() + added)
                / ((other.numerator() + added) / (other.denominator() + added));
    }

    private static Interval interval(Proportion one, Proportion other, double added, String method) {
        double ratio = ratio(one, other, added);
        double factor = Math.exp(Interval.Z * logError(one, other, added));
        return new Interval(ratio / factor, ratio * factor, method);
    }
}
