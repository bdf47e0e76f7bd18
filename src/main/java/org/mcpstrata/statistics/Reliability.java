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
}
