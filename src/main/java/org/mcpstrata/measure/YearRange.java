package org.mcpstrata.measure;

import java.io.Serializable;

/** Measurement years, both included. */
public record YearRange(int from, int to) implements Serializable {
    public YearRange {
        if (to < from) {
            throw new IllegalArgumentException("years end before they start");
        }
    }

    public boolean contains(int year) {
        return from <= year && year <= to;
    }

    public boolean overlaps(YearRange other) {
        return from <= other.to && other.from <= to;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + " to " + to;
    }
}
