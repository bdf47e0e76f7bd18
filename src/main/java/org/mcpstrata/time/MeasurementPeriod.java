package org.mcpstrata.time;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The measurement period: one calendar year, both ends included (founding decision 14).
 *
 * @param year the calendar year, for example 2025
 */
public record MeasurementPeriod(int year) implements Serializable {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    /** Made once: every comparison of two days of service asks for one of them. */
    private static final List<LocalDate> FIRST_DAYS = days(1, 1);

    private static final List<LocalDate> LAST_DAYS = days(12, 31);

    public MeasurementPeriod {
        if (!isYear(year)) {
            throw new IllegalArgumentException("a measurement year lies between 1900 and 2199");
        }
    }

    private static List<LocalDate> days(int month, int day) {
        return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .mapToObj(year -> LocalDate.of(year, month, day))
                .toList();
    }

    /** Whether a number can be a measurement year. */
    public static boolean isYear(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    /** First day of the measurement period. */
    public LocalDate start() {
        return FIRST_DAYS.get(year - FIRST_YEAR);
    }

    /** Last day of the measurement period. */
    public LocalDate end() {
        return LAST_DAYS.get(year - FIRST_YEAR);
    }

    /** The calendar year before. */
    public MeasurementPeriod before() {
        return new MeasurementPeriod(year - 1);
    }
}
