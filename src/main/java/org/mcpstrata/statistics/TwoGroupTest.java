package org.mcpstrata.statistics;

import static java.util.Objects.requireNonNull;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether two proportions differ by more than chance explains: the two-sided z test on the pooled proportion, or Fisher's
 * exact test where any expected number is below 5 (stratification.md 4.3).
 *
 * @param method {@code POOLED_Z} or {@code FISHER_EXACT}
 * @param z null for the exact test
 */
public record TwoGroupTest(String method, Double z, double p) {
    private static final double FEWEST_EXPECTED = 5;

    /** Tables that are as unlikely as the observed one but for rounding count as unlikely, as in R. */
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public TwoGroupTest {
        requireNonNull(method, "method");
    }

    /** The test that fits; both groups have people. */
    public static TwoGroupTest of(Proportion one, Proportion other) {
        double people = (double) one.denominator() + other.denominator();
        double met = (double) one.numerator() + other.numerator();
        double smallestGroup = Math.min(one.denominator(), other.denominator());
        double smallestExpected = smallestGroup * Math.min(met, people - met) / people;
        return smallestExpected < FEWEST_EXPECTED ? exact(one, other) : pooled(one, other);
    }

    static TwoGroupTest pooled(Proportion one, Proportion other) {
        double n1 = one.denominator();
        double n0 = other.denominator();
        double pool = (one.numerator() + (double) other.numerator()) / (n1 + n0);
        double z = (one.value() - other.value()) / Math.sqrt(pool * (1 - pool) * (1 / n1 + 1 / n0));
        return new TwoGroupTest("POOLED_Z", z, Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))));
    }

    /** The sum of the probabilities of all tables with these margins that are no more likely than the observed one. */
    static TwoGroupTest exact(Proportion one, Proportion other) {
        HypergeometricDistribution tables = HypergeometricDistribution.of(
                Math.toIntExact(one.denominator() + other.denominator()),
                Math.toIntExact(one.numerator() + other.numerator()),
                Math.toIntExact(one.denominator()));
        double limit = tables.probability(Math.toIntExact(one.numerator())) * EQUALLY_LIKELY;
        double p = 0;
        for (int met = tables.getSupportLowerBound(); met <= tables.getSupportUpperBound(); met++) {
            double likely = tables.probability(met);
            p += likely <= limit ? likely : 0;
        }
        return new TwoGroupTest("FISHER_EXACT", null, Math.min(1, p));
    }
}
