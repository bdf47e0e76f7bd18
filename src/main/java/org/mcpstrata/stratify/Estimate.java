package org.mcpstrata.stratify;

import java.math.BigDecimal;
import java.util.Optional;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.statistics.Byar;
import org.mcpstrata.statistics.EventRate;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Measured;
import org.mcpstrata.statistics.Reliability;
import org.mcpstrata.statistics.Wilson;

/**
 * The value of a cell in its measure's unit, with its interval.
 *
 * @param interval null where one observation alone, or nothing varies that could be estimated
 */
public record Estimate(double value, Interval interval) {
    /** The estimate of a cell, or empty where its denominator is 0 (an absent rate is not a rate of 0). */
    static Optional<Estimate> of(Scoring scoring, Counts counts) {
        return switch (scoring) {
            case PROPORTION -> proportion(counts);
            case RATE -> rate(counts);
            // Observed over expected is not a matter of the cell alone.
            case RATIO -> throw new IllegalArgumentException("a ratio needs expected events");
            case CONTINUOUS -> mean(counts);
        };
    }

    /**
     * The estimate of a rate that is not an improvement.
     *
     * @param expected rates of the run's own program; null where the rate needs none
     */
    static Optional<Estimate> of(ReportedRate rate, Counts counts, ExpectedRates expected) {
        return rate.is(DerivedRate.Kind.OBSERVED_TO_EXPECTED)
                ? observedToExpected(counts, expected.expected(counts.riskMonths()))
                : of(rate.scoring(), counts);
    }

    /**
     * How much better a rate is than in the year before, relative to that year; empty where there is no such year to
     * compare with.
     *
     * @param now and {@code before}: empty where the rate has no value
     */
    static Optional<Estimate> improvement(Improvement better, Optional<Estimate> now, Optional<Estimate> before) {
        return now.flatMap(value -> before.flatMap(earlier -> RatioOfRates.of(value, earlier)))
                .map(ratio -> {
                    Interval limits = ratio.interval();
                    return switch (better) {
                        case LOWER ->
                            new Estimate(
                                    1 - ratio.value(),
                                    limits == null
                                            ? null
                                            : new Interval(1 - limits.hi(), 1 - limits.lo(), limits.method()));
                        case HIGHER ->
                            new Estimate(
                                    ratio.value() - 1,
                                    limits == null
                                            ? null
                                            : new Interval(limits.lo() - 1, limits.hi() - 1, limits.method()));
                    };
                });
    }

    /**
     * Observed over expected events, with Byar's limits of what was observed; what is expected counts as known
     * (stratification.md 4.1). Empty where nothing is expected.
     */
    static Optional<Estimate> observedToExpected(Counts counts, BigDecimal expected) {
        if (expected.signum() <= 0) {
            return Optional.empty();
        }
        double events = expected.doubleValue();
        Interval observed = Byar.of(counts.amounts().observationSum().doubleValue());
        return Optional.of(new Estimate(
                counts.amounts().observationSum().doubleValue() / events,
                new Interval(observed.lo() / events, observed.hi() / events, observed.method())));
    }

    private static Optional<Estimate> proportion(Counts counts) {
        long people = counts.populations().performanceDenominator();
        if (people == 0) {
            return Optional.empty();
        }
        return Optional.of(new Estimate(
                (double) counts.populations().numerator() / people,
                Wilson.of(counts.populations().numerator(), people)));
    }

    private static Optional<Estimate> rate(Counts counts) {
        return EventRate.of(counts.amounts().observationSum(), counts.amounts().exposureSum())
                .map(rate -> new Estimate(rate.value(), rate.interval()));
    }

    /**
     * Sum of observations over sum of weights, with the linearised variance of a ratio; with weights of 1 this is the
     * mean and its usual standard error.
     */
    private static Optional<Estimate> mean(Counts counts) {
        if (counts.amounts().weights().signum() <= 0) {
            return Optional.empty();
        }
        double mean = counts.amounts().observationSum().doubleValue()
                / counts.amounts().weights().doubleValue();
        long n = counts.amounts().observed();
        if (n < 2) {
            return Optional.of(new Estimate(mean, null));
        }
        // Squared residuals in exact numbers: their double difference would lose all digits for large sums.
        BigDecimal residuals = counts.amounts()
                .observationSquares()
                .multiply(counts.amounts().weights().pow(2))
                .subtract(counts.amounts()
                        .products()
                        .multiply(counts.amounts().observationSum())
                        .multiply(counts.amounts().weights())
                        .multiply(BigDecimal.valueOf(2)))
                .add(counts.amounts()
                        .weightSquares()
                        .multiply(counts.amounts().observationSum().pow(2)));
        double weights = counts.amounts().weights().doubleValue();
        double variance = residuals.max(BigDecimal.ZERO).doubleValue() / Math.pow(weights, 4) * n / (n - 1.0);
        double half = Interval.Z * Math.sqrt(variance);
        // What is spent is never below nothing, unless more was taken back than paid.
        double lo = mean >= 0 ? Math.max(0, mean - half) : mean - half;
        return Optional.of(new Estimate(mean, new Interval(lo, mean + half, "RATIO_LINEARISED")));
    }

    /**
     * The grade of this estimate among so many people.
     *
     * @param ofOne whether values are shares of one, so that the interval is as wide as it is, not relative to the value
     */
    Reliability reliability(boolean ofOne, long people) {
        return Reliability.of(new Measured(value, interval), ofOne, people);
    }
}
