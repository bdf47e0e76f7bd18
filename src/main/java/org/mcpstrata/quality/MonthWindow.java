package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The months that volumes are held against: two years before the measurement period, the period, and the year behind it, in
 * which its claims still come. Fixed by the period alone, so that a new drop changes nothing that is kept of people.
 */
final class MonthWindow {
    static final int MONTHS = 48;

    private static final int YEARS_BEFORE = 2;
    private static final int MIDDLE_OF_MONTH = 15;

    private final YearMonth first;

    MonthWindow(MeasurementPeriod period) {
        this.first = YearMonth.of(requireNonNull(period, "period").year() - YEARS_BEFORE, 1);
    }

    /** The months of the window whose 15th day is covered, as bits. */
    long covered(DayRange days) {
        int from = index(days.start()) + (days.start().getDayOfMonth() <= MIDDLE_OF_MONTH ? 0 : 1);
        int until = index(days.end()) + (days.end().getDayOfMonth() >= MIDDLE_OF_MONTH ? 1 : 0);
        return between(from, until);
    }

    /** The months of the window that days touch, as bits. */
    long touched(DayRange days) {
        return between(index(days.start()), index(days.end()) + 1);
    }

    /** One month, as a bit; none of a month outside. */
    long bit(YearMonth month) {
        return touched(new DayRange(month.atDay(1), month.atEndOfMonth()));
    }

    /** The day's month in the window; -1 before it, {@link #MONTHS} behind it. */
    private int index(LocalDate day) {
        return (int) Math.max(-1, Math.min(MONTHS, ChronoUnit.MONTHS.between(first, YearMonth.from(day))));
    }

    private static long between(int from, int until) {
        int first = Math.max(0, from);
        int end = Math.min(MONTHS, until);
        return end <= first ? 0 : ((1L << end) - 1) & ~((1L << first) - 1);
    }
}
