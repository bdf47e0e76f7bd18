package org.mcpstrata.time;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The measurement period: one calendar year, both ends included (decisions.md 14).
 *
 * @param year the calendar year, for example 2025
 */
public record MeasurementPeriod(int year) implements Serializable {
    public MeasurementPeriod {
        if (year < 1900 || year > 2199) {
            throw new IllegalArgumentException("a measurement year lies between 1900 and 2199");
        }
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
