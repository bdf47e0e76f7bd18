package org.mcpstrata.link;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts of what linking found, in numbers only; additive over groups of members and over people.
 *
 * @param counts without zeros
 */
public record LinkFindings(SortedMap<LinkFinding, Long> counts) implements Serializable {
    public static final LinkFindings NONE = new LinkFindings(new TreeMap<>());

    public LinkFindings {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long of(LinkFinding finding) {
        return counts.getOrDefault(finding, 0L);
    }

    /** The sum of the counts of one metric, whatever they are broken down by. */
    long sum(LinkMetric metric) {
        return sum(finding -> finding.metric() == metric);
    }

    long sum(Predicate<LinkFinding> wanted) {
        return counts.entrySet().stream()
                .filter(count -> wanted.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public LinkFindings plus(LinkFindings other) {
        Counting both = new Counting();
        both.add(this);
        both.add(other);
        return both.counted();
    }

    /** Adds up many findings in place: one for each person would make a map for each person. */
    public static final class Counting {
        private final Map<LinkFinding, Long> counts = new HashMap<>();

        /** Adds nothing where the number is zero. */
        public void add(LinkFinding finding, long number) {
            if (number != 0) {
                counts.merge(finding, number, Long::sum);
            }
        }

        public void add(LinkFindings more) {
            more.counts.forEach(this::add);
        }

        public LinkFindings counted() {
            return new LinkFindings(new TreeMap<>(counts));
        }
    }
}
