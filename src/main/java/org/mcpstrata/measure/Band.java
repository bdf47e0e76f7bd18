package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of a value that was not written down as a number: it lies between two bounds. A result with a
 * comparator ({@code > 14}) is such a band, and so is a CPT category II code.
 *
 * @param low lower bound, or null where it is open
 * @param high upper bound, or null where it is open
 * @param unit UCUM, or empty
 */
public record Band(BigDecimal low, boolean lowIncluded, BigDecimal high, boolean highIncluded, String unit)
        implements Serializable, Comparable<Band> {
    public Band {
        requireNonNull(unit, "unit");
        if (low == null && high == null) {
            throw new IllegalArgumentException("a band needs a bound");
        }
        if (low != null && high != null) {
            int order = low.compareTo(high);
            if (order > 0 || order == 0 && !(lowIncluded && highIncluded)) {
                throw new IllegalArgumentException("a band without any number in it");
            }
        }
    }

    /** Reads {@code < 7 %} or {@code >= 7 %, < 8 %}. */
    public static Band parse(String text) {
        List<Band> bounds = Arrays.stream(text.split(", "))
                .map(Threshold::parse)
                .map(Band::of)
                .toList();
        return switch (bounds.size()) {
            case 1 -> bounds.get(0);
            case 2 -> bounds.get(0).and(bounds.get(1));
            default -> throw new IllegalArgumentException("is not one bound or two");
        };
    }

    /** The numbers for which a threshold holds. */
    public static Band of(Threshold threshold) {
        BigDecimal limit = threshold.limit();
        return switch (threshold.comparison()) {
            case LESS -> new Band(null, false, limit, false, threshold.unit());
            case AT_MOST -> new Band(null, false, limit, true, threshold.unit());
            case GREATER -> new Band(limit, false, null, false, threshold.unit());
            case AT_LEAST -> new Band(limit, true, null, false, threshold.unit());
            case EQUAL -> new Band(limit, true, limit, true, threshold.unit());
        };
    }

    private Band and(Band other) {
        if (low == null || other.high == null || other.low != null || high != null || !unit.equals(other.unit)) {
            throw new IllegalArgumentException("is not a lower bound, then an upper bound of the same unit");
        }
        return new Band(low, lowIncluded, other.high, other.highIncluded, unit);
    }

    /** Whether every number of the band satisfies the threshold; units must be equal. */
    public boolean whollySatisfies(Threshold threshold) {
        if (!unit.equals(threshold.unit())) {
            return false;
        }
        BigDecimal limit = threshold.limit();
        return switch (threshold.comparison()) {
            case LESS -> high != null && (high.compareTo(limit) < 0 || high.compareTo(limit) == 0 && !highIncluded);
            case AT_MOST -> high != null && high.compareTo(limit) <= 0;
            case GREATER -> low != null && (low.compareTo(limit) > 0 || low.compareTo(limit) == 0 && !lowIncluded);
            case AT_LEAST -> low != null && low.compareTo(limit) >= 0;
            case EQUAL -> low != null && high != null && low.compareTo(limit) == 0 && high.compareTo(limit) == 0;
        };
    }

    /** Whether the number lies in the band. */
    public boolean holds(BigDecimal number) {
        int aboveLow = low == null ? 1 : number.compareTo(low);
        int belowHigh = high == null ? 1 : high.compareTo(number);
        return (aboveLow > 0 || aboveLow == 0 && lowIncluded) && (belowHigh > 0 || belowHigh == 0 && highIncluded);
    }

    /** Whether no number of the band satisfies the threshold. Neither this nor the other means: undecided. */
    public boolean whollyFails(Threshold threshold) {
        if (!unit.equals(threshold.unit())) {
            return false;
        }
        return switch (threshold.comparison()) {
            case LESS -> whollySatisfies(new Threshold(Comparison.AT_LEAST, threshold.limit(), unit));
            case AT_MOST -> whollySatisfies(new Threshold(Comparison.GREATER, threshold.limit(), unit));
            case GREATER -> whollySatisfies(new Threshold(Comparison.AT_MOST, threshold.limit(), unit));
            case AT_LEAST -> whollySatisfies(new Threshold(Comparison.LESS, threshold.limit(), unit));
            case EQUAL ->
                whollySatisfies(new Threshold(Comparison.LESS, threshold.limit(), unit))
                        || whollySatisfies(new Threshold(Comparison.GREATER, threshold.limit(), unit));
        };
    }

    /** Lowest first: by upper bound, open last, then by lower bound, open first. */
    @Override
    public int compareTo(Band other) {
        int byHigh = compareHigh(other);
        return byHigh != 0 ? byHigh : compareLow(other);
    }

    private int compareHigh(Band other) {
        if (high == null || other.high == null) {
            return Boolean.compare(high == null, other.high == null);
        }
        int order = high.compareTo(other.high);
        return order != 0 ? order : Boolean.compare(highIncluded, other.highIncluded);
    }

    private int compareLow(Band other) {
        if (low == null || other.low == null) {
            return Boolean.compare(low != null, other.low != null);
        }
        int order = low.compareTo(other.low);
        return order != 0 ? order : Boolean.compare(other.lowIncluded, lowIncluded);
    }

    @Override
    public String toString() {
        if (low != null && low.equals(high)) {
            return new Threshold(Comparison.EQUAL, low, unit).toString();
        }
        Threshold lower =
                low == null ? null : new Threshold(lowIncluded ? Comparison.AT_LEAST : Comparison.GREATER, low, unit);
        Threshold upper =
                high == null ? null : new Threshold(highIncluded ? Comparison.AT_MOST : Comparison.LESS, high, unit);
        return java.util.stream.Stream.of(lower == null ? "" : lower.toString(), upper == null ? "" : upper.toString())
                .filter(bound -> !bound.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
