package org.mcpstrata.statistics;

import static java.util.Objects.requireNonNull;

/**
 * Intervals of a difference and of a ratio of two independent values from the values' own limits: the method of variance
 * estimates recovery (Donner and Zou). On Wilson limits the difference is Newcombe's hybrid score interval
 * (stratification.md 4.2).
 */
public final class Mover {
    private Mover() {}

    /** One value less another; without an interval where either has none. */
    public static Contrast difference(Measured one, Measured other) {
        return difference(one, other, "MOVER_D");
    }

    /** One proportion less another, with Newcombe's interval. */
    public static Contrast newcombe(Proportion one, Proportion other) {
        return difference(one.measured(), other.measured(), "NEWCOMBE");
    }

    private static Contrast difference(Measured one, Measured other, String method) {
        requireNonNull(method, "method");
        double difference = one.value() - other.value();
        Interval i1 = one.interval();
        Interval i0 = other.interval();
        if (i1 == null || i0 == null) {
            return new Contrast(difference, null);
        }
        double down = Math.hypot(one.value() - i1.lo(), i0.hi() - other.value());
        double up = Math.hypot(i1.hi() - one.value(), other.value() - i0.lo());
        return new Contrast(difference, new Interval(difference - down, difference + up, method));
    }

    /**
     * One value over another.
     *
     * @return without a value where the ratio is undefined: below 0 above, or not above 0 below; without an interval where
     *     either has none, or where the second one's reaches 0
     */
    public static Contrast ratio(Measured one, Measured other) {
        if (!(other.value() > 0) || !(one.value() >= 0)) {
            return new Contrast(null, null);
        }
        double ratio = one.value() / other.value();
        Interval i1 = one.interval();
        Interval i0 = other.interval();
        if (i1 == null || i0 == null || !(i0.lo() > 0) || !(i1.lo() >= 0)) {
            return new Contrast(ratio, null);
        }
        double product = one.value() * other.value();
        double square = product * product;
        double low = i1.lo() * (2 * one.value() - i1.lo());
        double high = i1.hi() * (2 * one.value() - i1.hi());
        double lowBelow = i0.lo() * (2 * other.value() - i0.lo());
        double highBelow = i0.hi() * (2 * other.value() - i0.hi());
        // The lower root in the form that stays exact where the second upper limit is twice its value or more.
        double denominator = product + Math.sqrt(Math.max(0, square - low * highBelow));
        double lower = denominator == 0 ? 0 : low / denominator;
        double upper = (product + Math.sqrt(Math.max(0, square - high * lowBelow))) / lowBelow;
        return new Contrast(ratio, new Interval(lower, upper, "MOVER_R"));
    }
}
