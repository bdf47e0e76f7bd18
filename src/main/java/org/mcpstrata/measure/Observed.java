package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What a measure observes instead of a numerator: events over member months.
 *
 * @param count the definition whose events are counted
 * @param times the rate is {@code times * events / member months}
 */
public record Observed(String count, int times) implements Serializable {
    public Observed {
        requireNonNull(count, "count");
        if (times < 1) {
            throw new IllegalArgumentException("a rate is per at least one member month");
        }
    }
}
