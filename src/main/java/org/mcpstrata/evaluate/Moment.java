package org.mcpstrata.evaluate;

/**
 * A day with its time of day where one is known.
 *
 * @param day counted from 1970-01-01, or one of the marks of {@link Span}
 * @param time second of the day, or {@link Span#NO_TIME}
 */
record Moment(int day, int time) {
    static final Moment UNKNOWN = new Moment(Span.UNKNOWN, Span.NO_TIME);

    boolean isKnown() {
        return day != Span.UNKNOWN;
    }

    /** Whether it is a day of the calendar, not an open end. */
    boolean isDay() {
        return isKnown() && day != Span.OPEN_START && day != Span.OPEN_END;
    }
}
