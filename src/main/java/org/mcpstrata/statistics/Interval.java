package org.mcpstrata.statistics;

import static java.util.Objects.requireNonNull;

/**
 * A two-sided 95 % confidence interval.
 *
 * @param method as the column {@code ci_method} names it
 */
public record Interval(double lo, double hi, String method) {
    /** Φ⁻¹(0.975); never 1.96 (stratification.md 4). */
    public static final double Z = 1.9599639845400542;

    /** The confidence of every interval of this project. */
    public static final double CONFIDENCE = 0.95;

    public Interval {
        requireNonNull(method, "method");
    }

    public double width() {
        return hi - lo;
    }
}
