package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.RiskModel;

/**
 * Adjusts the beneficiary months of one payer (founding decision 13): divided by the person's relative risk, then no
 * higher than the nearest-rank percentile of the payer's adjusted months, then over the payer's mean.
 *
 * <p>Relative risk is the person's supplied score over the payer's mean score; without a score it is what the payer
 * allows for people of the same risk cell over its mean. Both are scaled so that the average month of the payer has
 * risk 1. Amounts have six decimals, rounded half up, each step once.
 */
final class PayerScale implements Serializable {
    private static final int DECIMALS = 6;
    private static final MathContext DIGITS = new MathContext(24, RoundingMode.HALF_UP);

    private final long months;
    private final BigDecimal meanScore;
    private final SortedMap<Integer, BigDecimal> cellRisk;
    private final BigDecimal meanRisk;
    private final BigDecimal most;
    private final BigDecimal mean;

    private PayerScale(
            long months,
            BigDecimal meanScore,
            SortedMap<Integer, BigDecimal> cellRisk,
            BigDecimal meanRisk,
            BigDecimal most,
            BigDecimal mean) {
        this.months = months;
        this.meanScore = meanScore;
        this.cellRisk = new TreeMap<>(cellRisk);
        this.meanRisk = requireNonNull(meanRisk, "meanRisk");
        this.most = most;
        this.mean = mean;
    }

    /** The payer's risk scale, before its percentile and mean are known. */
    static PayerScale of(RiskModel model, PayerCosts costs) {
        BigDecimal meanScore = costs.scoredMonths() == 0
                ? null
                : costs.scores().divide(BigDecimal.valueOf(costs.scoredMonths()), DIGITS);
        SortedMap<Integer, BigDecimal> cellRisk = new TreeMap<>();
        BigDecimal risks = BigDecimal.valueOf(costs.scoredMonths());
        ExpectedRates rates = new ExpectedRates(model, costs.reference());
        // All cells, for another year is adjusted by the same scale and may have people where this one has none.
        for (int number = 0; number < model.numbers(); number++) {
            BigDecimal perMonth = rates.rate(model.cell(number)).perMonth();
            // Where nobody costs anything nobody's risk can be told apart.
            BigDecimal risk = costs.dollars().signum() <= 0 || perMonth.signum() <= 0
                    ? BigDecimal.ONE
                    : perMonth.multiply(BigDecimal.valueOf(costs.pricedMonths()))
                            .divide(costs.dollars(), DIGITS);
            cellRisk.put(number, risk);
        }
        for (Map.Entry<Integer, Long> unscored : costs.unscored().entrySet()) {
            risks = risks.add(cellRisk.get(unscored.getKey()).multiply(BigDecimal.valueOf(unscored.getValue())));
        }
        BigDecimal meanRisk = costs.pricedMonths() == 0
                ? BigDecimal.ONE
                : risks.divide(BigDecimal.valueOf(costs.pricedMonths()), DIGITS);
        return new PayerScale(costs.pricedMonths(), meanScore, cellRisk, meanRisk, null, null);
    }

    /** The person's risk; the average month of the payer has 1. A score that nobody has in the scale's year is none. */
    BigDecimal risk(PersonCost cost) {
        BigDecimal own = cost.score() == null || meanScore == null
                ? cellRisk.get(cost.riskCell())
                : cost.score().divide(meanScore, DIGITS);
        return own.divide(meanRisk, DIGITS);
    }

    /**
     * A month's dollars after risk adjustment.
     *
     * @param risk of the person, as {@link #risk} tells it for all months
     */
    BigDecimal adjusted(BigDecimal risk, PersonCost.Month month) {
        return month.dollars().divide(risk, DIGITS).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** How many of the highest months reach down to the nearest-rank percentile, that month included. */
    int above(BigDecimal percentile) {
        return Math.toIntExact(months - rank(percentile, months) + 1);
    }

    /** The nearest rank of a percentile of so many values, from 1. */
    static long rank(BigDecimal percentile, long values) {
        return percentile
                .multiply(BigDecimal.valueOf(values))
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .longValueExact();
    }

    /**
     * The scale with its highest counted cost and its mean.
     *
     * @param sum of all adjusted months
     * @param highest the highest of them, descending, down to the percentile
     */
    PayerScale winsorised(BigDecimal sum, TopAmounts highest) {
        BigDecimal limit = highest.last();
        BigDecimal average = sum.subtract(highest.excessOver(limit)).divide(BigDecimal.valueOf(months), DIGITS);
        return new PayerScale(months, meanScore, cellRisk, meanRisk, limit, average);
    }

    /**
     * A month's dollars after risk adjustment and winsorising.
     *
     * @param risk of the person, as {@link #risk} tells it for all months
     */
    BigDecimal winsorised(BigDecimal risk, PersonCost.Month month) {
        return adjusted(risk, month).min(most);
    }

    /** Whether anything is left to compare with; a payer without prices has no index, not one of 1. */
    boolean hasMean() {
        return mean.signum() > 0;
    }

    /** Those over the payer's mean. */
    BigDecimal index(BigDecimal winsorised) {
        return winsorised.divide(mean, DECIMALS, RoundingMode.HALF_UP);
    }

    /** The payer's mean after risk adjustment and winsorising, for readers. */
    BigDecimal roundedMean() {
        return mean.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The most a month may count. */
    BigDecimal limit() {
        return most;
    }
}
