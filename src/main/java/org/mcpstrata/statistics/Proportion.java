package org.mcpstrata.statistics;

/** So many of so many people. */
public record Proportion(long numerator, long denominator) {
    public Proportion {
        if (numerator < 0 || denominator < numerator) {
            throw new IllegalArgumentException("the numerator is part of the denominator");
        }
    }

    /** The share, 0 to 1; of nobody there is none. */
    public double value() {
        if (denominator == 0) {
            throw new IllegalArgumentException("nobody has no rate");
        }
        return (double) numerator / denominator;
    }

    /** The share with its Wilson interval. */
    public Measured measured() {
        return new Measured(value(), Wilson.of(numerator, denominator));
    }

    boolean isNone() {
        return numerator == 0;
    }

    boolean isAll() {
        return numerator == denominator;
    }
}
