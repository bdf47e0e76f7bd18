package org.mcpstrata.statistics;

/** How far a value may be trusted (stratification.md 4.7). */
public enum Reliability {
    /** At least 100 people and an interval of at most 0.20. */
    A,
    /** At least 30 people and an interval of at most 0.30. */
    B,
    /** Anything else: the value is kept, but nothing is compared with it. */
    C;

    /** Fewer people than this are C, whatever the interval. */
    public static final long FEWEST = 30;

    /**
     * The grade of a value.
     *
     * @param people in the performance denominator
     * @param width of the interval: of a proportion as it is, of other values relative to the value
     */
    public static Reliability of(long people, double width) {
        if (people >= 100 && width <= 0.20) {
            return A;
        }
        return people >= FEWEST && width <= 0.30 ? B : C;
    }

    /**
     * The grade of a measured value of so many people.
     *
     * @param ofOne whether values are shares of one, so that the interval is as wide as it is, not relative to the value
     */
    public static Reliability of(Measured measured, boolean ofOne, long people) {
        if (measured.interval() == null) {
            return C;
        }
        double width = measured.interval().width() / (ofOne ? 1 : Math.abs(measured.value()));
        return of(people, Double.isNaN(width) ? Double.POSITIVE_INFINITY : width);
    }
}
