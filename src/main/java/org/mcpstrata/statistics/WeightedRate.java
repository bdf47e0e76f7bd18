package org.mcpstrata.statistics;

import java.util.List;
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
    private static final double TOLERANCE = 1e-6;

    /**
     * One person of the denominator.
     *
     * @param weight probability of being in the group, 0 to 1
     */
    public record Weighted(double weight, boolean met) {
        public Weighted {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1");
            }
        }
    }

    /** The rate of a group; empty where nobody can belong to it. */
    public static Optional<WeightedRate> of(List<Weighted> people) {
        double weights = 0;
        double met = 0;
        double squaresMet = 0;
        double squaresNotMet = 0;
        for (Weighted person : people) {
            weights += person.weight();
            met += person.met() ? person.weight() : 0;
            squaresMet += person.met() ? person.weight() * person.weight() : 0;
            squaresNotMet += person.met() ? 0 : person.weight() * person.weight();
        }
        return of(weights, met, squaresMet, squaresNotMet);
    }

    /**
     * The same from sums over the people of the denominator.
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

    /**
     * A person's probabilities scaled to sum to exactly 1.
     *
     * @throws IllegalArgumentException where they are none: outside 0 to 1, or off 1 by more than a millionth together
     */
    public static double[] normalised(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1");
            }
            sum += probability;
        }
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException("the probabilities of a person sum to 1");
        }
        double[] scaled = probabilities.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= sum;
        }
        return scaled;
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
