package org.mcpstrata.statistics;

import java.util.Optional;

/**
 * The rate of a group to which people belong with a probability only (stratification.md 3.2). With probabilities of 0 and
 * 1 everything is as for people counted directly. The weighted rate is unbiased only where, the probability known, the
 * outcome does not depend on the true group; its usual error understates gaps.
 *
 * @param denominator sum of the weights
 * @param numerator sum of the weights of those who met
 * @param kish Kish's effective number of people
 * @param variance linearised variance of the rate
 */
public record WeightedRate(double denominator, double numerator, double kish, double variance) {
    /**
     * The rate of a group from sums over the people of the denominator; empty where nobody can belong to it.
     *
     * @param weights of everybody
     * @param met of those who met
     * @param squaresMet squares of the same
     * @param squaresNotMet squares of the weights of all others
     */
    public static Optional<WeightedRate> of(double weights, double met, double squaresMet, double squaresNotMet) {
        if (weights == 0) {
            return Optional.empty();
        }
        double rate = met / weights;
        // Residuals are 1 - rate for those who met and the rate for the others.
        double residuals = squaresMet * (1 - rate) * (1 - rate) + squaresNotMet * rate * rate;
        double squares = squaresMet + squaresNotMet;
        return Optional.of(
                new WeightedRate(weights, met, weights * weights / squares, residuals / (weights * weights)));
    }

    public double rate() {
        // Rounding of the sums must not push a rate of everybody over 1.
        return Math.min(1, numerator / denominator);
    }

    /** People that the reliability and the interval rest on: Kish's number alone misleads where few belong at all. */
    public double reliable() {
        return Math.min(denominator, kish);
    }

    /** Wilson limits on the reliable number. */
    public Interval interval() {
        return Wilson.of(rate(), reliable());
    }
}
