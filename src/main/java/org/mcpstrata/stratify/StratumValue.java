package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.statistics.Reliability;

/**
 * What a row of {@code stratified_result} shows of a group, or would show of one that has no row.
 *
 * @param people in the performance denominator
 * @param measured null where no value is shown
 */
public record StratumValue(Stratum stratum, long people, long numerator, Measured measured, Reliability reliability) {
    public StratumValue {
        requireNonNull(stratum, "stratum");
        requireNonNull(reliability, "reliability");
    }

    public boolean isShown() {
        return people > 0 && measured != null;
    }

    /** Only of rates that are proportions. */
    public Proportion proportion() {
        return new Proportion(numerator, people);
    }

    /** Whether anything may be compared with it (stratification.md 4.7). */
    public boolean isReliable() {
        return isShown() && reliability != Reliability.C;
    }
}
