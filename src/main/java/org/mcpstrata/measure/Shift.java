package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A step in the calendar: {@code - 1 year}. Months and years clip to the last day of a shorter month, as CQL does. */
public record Shift(int amount, Unit unit) implements Serializable {
    public Shift {
        requireNonNull(unit, "unit");
        if (amount == 0) {
            throw new IllegalArgumentException("shifts by nothing");
        }
    }

    public LocalDate from(LocalDate day) {
        return day.plus(amount, unit.chrono);
    }

    @Override
    public String toString() {
        return (amount < 0 ? "- " : "+ ") + Math.abs(amount) + " " + unit.word + (Math.abs(amount) == 1 ? "" : "s");
    }

    /** The units that measures use. */
    public enum Unit {
        DAY("day", ChronoUnit.DAYS),
        MONTH("month", ChronoUnit.MONTHS),
        YEAR("year", ChronoUnit.YEARS);

        private final String word;
        private final ChronoUnit chrono;

        Unit(String word, ChronoUnit chrono) {
            this.word = word;
            this.chrono = chrono;
        }

        /** Reads {@code day}, {@code days} and so on. */
        public static Unit parse(String text) {
            for (Unit unit : values()) {
                if (text.equals(unit.word) || text.equals(unit.word + "s")) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("is not in days, months or years");
        }
    }
}
