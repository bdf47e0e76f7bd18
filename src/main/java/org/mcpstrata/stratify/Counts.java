package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What one cell counts. Every number is additive, so cells of any cut of the people add up to the same whole.
 *
 * <p>The last block is what intervals of means need: sums of squares and products of observation and exposure, where a
 * person without exposure weighs 1.
 *
 * @param people verdicts in the cell; of verdicts in no population strata other than the total count one a person
 * @param notMet counted on its own, not derived, so that the law over populations can fail
 * @param dataSufficient people of the performance denominator whose data could have shown a numerator
 * @param known people of the performance denominator with a known value of the stratifier
 * @param asked2024 those whose answer was collected under the combined question of 2024
 * @param direct those whose answer was given directly
 * @param conflict those whose sources contradict one another
 * @param observed people of the performance denominator with an observation
 * @param exposed people of the performance denominator with a counted exposure
 * @param items of the survey responses of the performance denominator
 * @param riskMonths their exposure by risk cell, where the measure has a risk model
 * @param ages of the performance denominator of a proportion, by band
 * @param weighted of people who belong to the cell with a probability only
 */
record Counts(
        long people,
        long initialPopulation,
        long denominator,
        long denominatorExclusion,
        long denominatorException,
        long performanceDenominator,
        long numerator,
        long notMet,
        long dataSufficient,
        long known,
        long asked2024,
        long direct,
        long conflict,
        long observed,
        long exposed,
        BigDecimal observationSum,
        BigDecimal exposureSum,
        BigDecimal observationSquares,
        BigDecimal products,
        BigDecimal weights,
        BigDecimal weightSquares,
        ItemSums items,
        RiskMonths riskMonths,
        AgeSums ages,
        WeightSums weighted)
        implements Serializable {
    static final Counts ZERO = new Tally().counts();

    Counts {
        requireNonNull(observationSum, "observationSum");
        requireNonNull(exposureSum, "exposureSum");
        requireNonNull(observationSquares, "observationSquares");
        requireNonNull(products, "products");
        requireNonNull(weights, "weights");
        requireNonNull(weightSquares, "weightSquares");
        requireNonNull(items, "items");
        requireNonNull(riskMonths, "riskMonths");
        requireNonNull(ages, "ages");
        requireNonNull(weighted, "weighted");
    }

    Counts plus(Counts other) {
        return new Counts(
                people + other.people,
                initialPopulation + other.initialPopulation,
                denominator + other.denominator,
                denominatorExclusion + other.denominatorExclusion,
                denominatorException + other.denominatorException,
                performanceDenominator + other.performanceDenominator,
                numerator + other.numerator,
                notMet + other.notMet,
                dataSufficient + other.dataSufficient,
                known + other.known,
                asked2024 + other.asked2024,
                direct + other.direct,
                conflict + other.conflict,
                observed + other.observed,
                exposed + other.exposed,
                sum(observationSum, other.observationSum),
                sum(exposureSum, other.exposureSum),
                sum(observationSquares, other.observationSquares),
                sum(products, other.products),
                sum(weights, other.weights),
                sum(weightSquares, other.weightSquares),
                items.plus(other.items),
                riskMonths.plus(other.riskMonths),
                ages.plus(other.ages),
                weighted.plus(other.weighted));
    }

    /** These less others that are part of them: what is left of a whole without a part. */
    Counts minus(Counts part) {
        return new Counts(
                people - part.people,
                initialPopulation - part.initialPopulation,
                denominator - part.denominator,
                denominatorExclusion - part.denominatorExclusion,
                denominatorException - part.denominatorException,
                performanceDenominator - part.performanceDenominator,
                numerator - part.numerator,
                notMet - part.notMet,
                dataSufficient - part.dataSufficient,
                known - part.known,
                asked2024 - part.asked2024,
                direct - part.direct,
                conflict - part.conflict,
                observed - part.observed,
                exposed - part.exposed,
                less(observationSum, part.observationSum),
                less(exposureSum, part.exposureSum),
                less(observationSquares, part.observationSquares),
                less(products, part.products),
                less(weights, part.weights),
                less(weightSquares, part.weightSquares),
                items.minus(part.items),
                riskMonths.minus(part.riskMonths),
                ages.minus(part.ages),
                weighted.minus(part.weighted));
    }

    private static BigDecimal less(BigDecimal whole, BigDecimal part) {
        return part.signum() == 0 ? whole : whole.subtract(part);
    }

    /** Most cells are of measures without amounts. */
    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one.signum() == 0 ? other : other.signum() == 0 ? one : one.add(other);
    }

    /** These people with the amounts of another cell. */
    Counts withAmountsOf(Counts other) {
        return new Counts(
                people,
                initialPopulation,
                denominator,
                denominatorExclusion,
                denominatorException,
                performanceDenominator,
                numerator,
                notMet,
                dataSufficient,
                known,
                asked2024,
                direct,
                conflict,
                other.observed,
                other.exposed,
                other.observationSum,
                other.exposureSum,
                other.observationSquares,
                other.products,
                other.weights,
                other.weightSquares,
                other.items,
                other.riskMonths,
                ages,
                weighted);
    }
}
