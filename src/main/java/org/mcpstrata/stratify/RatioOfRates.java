package org.mcpstrata.stratify;

import java.util.Optional;

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
        if (!(before.value() > 0) || !(now.value() >= 0)) {
            return Optional.empty();
        }
        double ratio = now.value() / before.value();
        Interval one = now.interval();
        Interval two = before.interval();
        if (one == null || two == null || !(two.lo() > 0) || !(one.lo() >= 0)) {
            return Optional.of(new Estimate(ratio, null));
        }
        double product = now.value() * before.value();
        double square = product * product;
        double low = one.lo() * (2 * now.value() - one.lo());
        double high = one.hi() * (2 * now.value() - one.hi());
        double lowBefore = two.lo() * (2 * before.value() - two.lo());
        double highBefore = two.hi() * (2 * before.value() - two.hi());
        // The lower root in the form that stays exact where the second upper limit is twice its value or more.
        double denominator = product + Math.sqrt(Math.max(0, square - low * highBefore));
        double lower = denominator == 0 ? 0 : low / denominator;
        double upper = (product + Math.sqrt(Math.max(0, square - high * lowBefore))) / lowBefore;
        return Optional.of(new Estimate(ratio, new Interval(lower, upper, "MOVER_R")));
    }
}
