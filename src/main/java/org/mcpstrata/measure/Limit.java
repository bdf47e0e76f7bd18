package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.LineOfBusiness;

/**
 * A limit on a count that may differ by line of business (founding decision 13).
 *
 * @param name the name under which a program file may replace it; empty for a fixed limit
 * @param unverified what of it rests on memory only, or empty
 * @param byLineOfBusiness own limits of some lines of business
 * @param otherwise the limit of all others, and of people without coverage
 */
public record Limit(
        String name, String unverified, SortedMap<LineOfBusiness, Threshold> byLineOfBusiness, Threshold otherwise)
        implements Serializable {
    public Limit {
        requireNonNull(name, "name");
        requireNonNull(unverified, "unverified");
        byLineOfBusiness = Collections.unmodifiableSortedMap(new TreeMap<>(byLineOfBusiness));
        requireNonNull(otherwise, "otherwise");
    }

    public static Limit fixed(Threshold threshold) {
        return new Limit("", "", new TreeMap<>(), threshold);
    }

    /**
     * Whether the count passes the limit of every line of business that covered the person in the period: someone with
     * two is an outlier only when an outlier in both.
     */
    public boolean holds(long count, Collection<LineOfBusiness> lines) {
        return lines.isEmpty()
                ? otherwise.holds(count)
                : lines.stream()
                        .allMatch(line ->
                                byLineOfBusiness.getOrDefault(line, otherwise).holds(count));
    }
}
