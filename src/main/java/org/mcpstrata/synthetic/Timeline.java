package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The days the population lives through: the measurement period, the year before it, and the run-out to the delivery. */
record Timeline(int year, LocalDate asOf) {
    /** The end of coverage that has no end (drop-contract.md). */
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    Timeline {
        requireNonNull(asOf, "asOf");
        if (asOf.getYear() <= year) {
            throw new IllegalArgumentException("the delivery must come after the measurement period");
        }
    }

    LocalDate historyStart() {
        return LocalDate.of(year - 1, 1, 1);
    }

    LocalDate start() {
        return LocalDate.of(year, 1, 1);
    }

    LocalDate end() {
        return LocalDate.of(year, 12, 31);
    }

    LocalDate midYear() {
        return LocalDate.of(year, 6, 30);
    }

    /** The last day of which the payers know claims: four weeks before the delivery, but never before the period ends. */
    LocalDate lastService() {
        LocalDate late = asOf.minusDays(28);
        return late.isBefore(end()) ? end() : late;
    }

    boolean inPeriod(LocalDate day) {
        return day.getYear() == year;
    }
}
