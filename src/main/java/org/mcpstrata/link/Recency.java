package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * How new a statement is: its drop first, then the day it speaks of.
 *
 * @param drop position of the drop, oldest 0
 * @param day the earliest day of all where the statement bears none
 */
record Recency(int drop, LocalDate day) implements Serializable, Comparable<Recency> {
    private static final Comparator<Recency> ORDER =
            Comparator.comparingInt(Recency::drop).thenComparing(Recency::day);

    Recency {
        requireNonNull(day, "day");
    }

    /** @param day may be null */
    static Recency of(int drop, LocalDate day) {
        return new Recency(drop, day == null ? LocalDate.MIN : day);
    }

    static Recency newer(Recency one, Recency two) {
        return one.compareTo(two) >= 0 ? one : two;
    }

    @Override
    public int compareTo(Recency other) {
        return ORDER.compare(this, other);
    }
}
