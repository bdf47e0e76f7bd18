package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What a measure observes instead of a numerator: events over member months.
 *
 * @param count the definition whose events are counted
 * @param times the rate is {@code times * events / member months}
 * @param unit of the rate, for readers of the results, for example {@code visits per 1000 member months}
 */
public record Observed(String count, int times, String unit) implements Serializable {
    /** What result tables compute: events per so many member months. */
    public static final int TIMES = 1000;

    public Observed {
        requireNonNull(count, "count");
        requireNonNull(unit, "unit");
        if (times < 1) {
            throw new IllegalArgumentException("a rate is per at least one member month");
        }
    }
}
