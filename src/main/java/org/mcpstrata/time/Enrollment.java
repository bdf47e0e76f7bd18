package org.mcpstrata.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Member months, on covered days (founding decision 12). */
public final class Enrollment {
    private static final int MIDDLE_OF_MONTH = 15;

    private Enrollment() {}

    /** The months (1 to 12) of the period whose 15th day is covered; overlapping ranges count a month once. */
    public static SortedSet<Integer> memberMonths(Collection<DayRange> covered, MeasurementPeriod period) {
        SortedSet<Integer> months = new TreeSet<>();
        for (int month = 1; month <= 12; month++) {
            LocalDate middle = middleOf(month, period);
            if (covered.stream().anyMatch(range -> range.contains(middle))) {
                months.add(month);
            }
        }
        return months;
    }

    /** The day that decides about a month of the period, which is its 15th. */
    public static LocalDate middleOf(int month, MeasurementPeriod period) {
        return LocalDate.of(period.year(), month, MIDDLE_OF_MONTH);
    }
}
