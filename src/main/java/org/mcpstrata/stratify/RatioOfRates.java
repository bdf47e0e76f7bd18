package org.mcpstrata.stratify;

import java.util.Optional;
import org.mcpstrata.statistics.Contrast;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Mover;

/**
 * How two years of one rate compare, by the method of variance estimates recovery for ratios (MOVER-R): the limits of
 * both years are enough. The years count as independent; that they share people makes the true interval narrower.
 */
final class RatioOfRates {
    private RatioOfRates() {}

    /**
     * The ratio of one estimate to another above 0.
     *
     * @return empty where either has no value above 0 to compare; without an interval where either has none, or where
     *     the second one's reaches 0
     */
    static Optional<Estimate> of(Estimate now, Estimate before) {
        Contrast ratio = Mover.ratio(measured(now), measured(before));
        return Optional.ofNullable(ratio.value()).map(value -> new Estimate(value, ratio.interval()));
    }

    private static Measured measured(Estimate estimate) {
        return new Measured(estimate.value(), estimate.interval());
    }
}
