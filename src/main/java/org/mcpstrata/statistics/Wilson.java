package org.mcpstrata.statistics;

/** Wilson score interval of a proportion (stratification.md 4.1). */
public final class Wilson {
    private Wilson() {}

    /**
     * The interval of a proportion of {@code n} effective people.
     *
     * @param p the proportion, 0 to 1; at 0 the lower limit is exactly 0, at 1 the upper limit exactly 1
     * @param n above 0; need not be whole
     */
    public static Interval of(double p, double n) {
        if (!(n > 0) || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a proportion lies between 0 and 1 and needs people");
        }
        double z2 = Interval.Z * Interval.Z;
        double scale = 1 + z2 / n;
        double center = (p + z2 / (2 * n)) / scale;
        double half = Interval.Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / scale;
        return new Interval(p == 0 ? 0 : center - half, p == 1 ? 1 : center + half, "WILSON");
    }

    /** The interval of {@code numerator} of {@code denominator} people, the latter above 0. */
    public static Interval of(long numerator, long denominator) {
        return of((double) numerator / denominator, denominator);
    }
}
