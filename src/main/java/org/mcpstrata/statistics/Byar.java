package org.mcpstrata.statistics;

/** Byar's approximation to the Poisson interval of a count of events (stratification.md 4.1). */
public final class Byar {
    private Byar() {}

    /** The interval of the expected count, given the events that were seen; 0 events give a lower limit of exactly 0. */
    public static Interval of(double events) {
        if (!(events >= 0)) {
            throw new IllegalArgumentException("events are counted from 0");
        }
        return new Interval(events == 0 ? 0 : lower(events), upper(events), "BYAR");
    }

    private static double lower(double events) {
        double root = 1 - 1 / (9 * events) - Interval.Z / (3 * Math.sqrt(events));
        // Below about one event the approximation would cross zero.
        return root <= 0 ? 0 : events * root * root * root;
    }

    private static double upper(double events) {
        double next = events + 1;
        double root = 1 - 1 / (9 * next) + Interval.Z / (3 * Math.sqrt(next));
        return next * root * root * root;
    }
}
