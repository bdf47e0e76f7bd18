package org.mcpstrata.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Member months and continuous enrollment, on covered days (decisions.md 12). */
public final class Enrollment {
    /** Longest gap, in days, that leaves enrollment continuous. */
    public static final int LONGEST_GAP = 45;

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

    /**
     * Whether enrollment was continuous: in each of the years at most one gap, of at most {@value #LONGEST_GAP} days.
     *
     * <p>Days before the first and after the last covered day of a year are gaps like any other. A gap over a year's end
     * is one gap in each of the two years, measured inside each.
     */
    public static boolean continuous(Collection<DayRange> covered, Collection<Integer> years) {
        return years.stream().allMatch(year -> continuousIn(covered, year));
    }

    private static boolean continuousIn(Collection<DayRange> covered, int year) {
        List<Long> gaps = gapsInDays(covered, year);
        return gaps.isEmpty() || gaps.size() == 1 && gaps.get(0) <= LONGEST_GAP;
    }

    /** The lengths in days of the uncovered stretches of a calendar year, in order. */
    static List<Long> gapsInDays(Collection<DayRange> covered, int year) {
        DayRange whole = new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        List<Long> gaps = new ArrayList<>();
        LocalDate next = whole.start();
        for (DayRange range : DayRange.union(covered)) {
            if (range.overlaps(whole)) {
                if (range.start().isAfter(next)) {
                    gaps.add(range.start().toEpochDay() - next.toEpochDay());
                }
                next = range.end().isBefore(whole.end())
                        ? range.end().plusDays(1)
                        : whole.end().plusDays(1);
            }
        }
        if (!next.isAfter(whole.end())) {
            gaps.add(whole.end().toEpochDay() - next.toEpochDay() + 1);
        }
        return gaps;
    }
}
