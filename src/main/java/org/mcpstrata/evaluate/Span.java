package org.mcpstrata.evaluate;

import java.time.LocalDate;
import org.mcpstrata.measure.Window;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Days from the first to the last, both included, counted from 1970-01-01, with times of day where they are known.
 *
 * <p>{@link #UNKNOWN} at an end means that nothing is known of it: CQL then answers null to every question about the
 * span, and null is not true (measures.md 17.11). An open end is known to have no bound.
 *
 * @param firstTime second of the first day, or -1
 * @param lastTime second of the last day, or -1
 */
record Span(int first, int last, int firstTime, int lastTime) {
    static final int OPEN_START = Integer.MIN_VALUE + 1;
    static final int OPEN_END = Integer.MAX_VALUE;
    static final int UNKNOWN = Integer.MIN_VALUE;
    static final int NO_TIME = -1;

    static Span days(int first, int last) {
        return new Span(first, last, NO_TIME, NO_TIME);
    }

    static Span of(LocalDate first, LocalDate last) {
        return days(dayOf(first), dayOf(last));
    }

    /** Days since 1970-01-01, or {@link #UNKNOWN} for null. */
    static int dayOf(LocalDate date) {
        return date == null ? UNKNOWN : (int) date.toEpochDay();
    }

    boolean isKnown() {
        return first != UNKNOWN && last != UNKNOWN;
    }

    /** A window of the measurement period; a missing end is open. */
    static Span of(Window window, MeasurementPeriod period) {
        LocalDate first = window.firstDay(period);
        LocalDate last = window.lastDay(period);
        return days(
                first.equals(LocalDate.MIN) ? OPEN_START : dayOf(first),
                last.equals(LocalDate.MAX) ? OPEN_END : dayOf(last));
    }

    boolean overlaps(Span other) {
        return isKnown() && other.isKnown() && first <= other.last && other.first <= last;
    }

    Moment start() {
        return new Moment(first, firstTime);
    }

    Moment end() {
        return new Moment(last, lastTime);
    }

    /** The day that decides "most recent": the last, or the first of what has no end. */
    int deciding() {
        return last == OPEN_END ? first : last;
    }

    /** The last day as a date; null where it is open or unknown. */
    LocalDate lastDate() {
        return last == UNKNOWN || last == OPEN_END ? null : LocalDate.ofEpochDay(last);
    }

    /** The first day as a date; null where it is open or unknown. */
    LocalDate firstDate() {
        return first <= OPEN_START ? null : LocalDate.ofEpochDay(first);
    }
}
