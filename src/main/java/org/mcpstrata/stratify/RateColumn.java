package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** One rate of one block: found once, for all its strata. */
record RateColumn(Cells.Strata strata, int verdicts, int amounts) {
    RateColumn {
        requireNonNull(strata, "strata");
    }

    static RateColumn of(Cells year, Block block, ReportedRate rate) {
        return new RateColumn(
                year.strata(block),
                year.rates().indexOf(rate.verdicts()),
                year.rates().indexOf(rate.amounts()));
    }

    /** People or responses behind the whole entity's value, whoever pays. */
    static long ofEntity(Cells year, Block block, ReportedRate rate) {
        return of(year, new Block(block.rate(), block.entity(), CellCounter.ALL), rate)
                .total()
                .populations()
                .performanceDenominator();
    }

    Counts total() {
        return of(strata.of(Stratifiers.TOTAL), Stratifiers.TOTAL);
    }

    /** People of the rate's verdicts with the amounts its value is made of. */
    Counts of(Map<String, Counts[]> stratifier, String stratumId) {
        Counts[] rates = stratifier.get(stratumId);
        Counts people = at(rates, verdicts);
        return amounts == verdicts ? people : people.withAmountsOf(at(rates, amounts));
    }

    private static Counts at(Counts[] rates, int rate) {
        return rates == null || rates[rate] == null ? Counts.ZERO : rates[rate];
    }
}
