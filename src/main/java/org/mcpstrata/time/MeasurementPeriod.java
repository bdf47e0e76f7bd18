package org.mcpstrata.time;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The measurement period: one calendar year, both ends included (decisions.md 14).
 *
 * @param year the calendar year, for example 2025
 */
public record MeasurementPeriod(int year) implements Serializable {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    public MeasurementPeriod {
        if (!isYear(year)) {
            throw new IllegalArgumentException("a measurement year lies between 1900 and 2199");
        }
    }

    /** Whether a number can be a measurement year. */
    public static boolean isYear(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    /** First day of the measurement period. */
    public LocalDate start() {
        return LocalDate.of(year, 1, 1);
    }

    /** Last day of the measurement period. */
    public LocalDate end() {
        return LocalDate.of(year, 12, 31);
    }

    /** The calendar year before. */
    public MeasurementPeriod before() {
        return new MeasurementPeriod(year - 1);
    }
}
