package org.mcpstrata.time;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A run of calendar days, both ends included.
 *
 * @param end last day; 9999-12-31 while open
 */
public record DayRange(LocalDate start, LocalDate end) implements Serializable, Comparable<DayRange> {
    private static final Comparator<DayRange> ORDER =
            Comparator.comparing(DayRange::start).thenComparing(DayRange::end);

    public DayRange {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a range of days ends before it starts");
        }
    }

    /** The union of ranges as disjoint ranges in order; ranges that touch become one. Never makes a day. */
    public static List<DayRange> union(Collection<DayRange> ranges) {
        List<DayRange> merged = new ArrayList<>();
        for (DayRange range : ranges.stream().sorted().toList()) {
            DayRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || !last.reaches(range.start)) {
                merged.add(range);
            } else if (range.end.isAfter(last.end)) {
                merged.set(merged.size() - 1, new DayRange(last.start, range.end));
            }
        }
        return merged;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean overlaps(DayRange other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    /** The days both ranges hold, or empty. */
    public Optional<DayRange> intersection(DayRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        return Optional.of(new DayRange(
                start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end));
    }

    /** Number of days, at least 1. */
    public long days() {
        return end.toEpochDay() - start.toEpochDay() + 1;
    }

    private boolean reaches(LocalDate day) {
        // An open range ends on the last day a date of service can have: there is no day after it.
        return !day.isAfter(end) || day.toEpochDay() == end.toEpochDay() + 1;
    }

    @Override
    public int compareTo(DayRange other) {
        return ORDER.compare(this, other);
    }
}
