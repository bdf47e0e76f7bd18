package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * What one cell counts. Every number is additive, so cells of any cut of the people add up to the same whole.
 *
 * @param populations who is in which population
 * @param answers what is known of the stratifier's answers
 * @param amounts what was observed
 * @param items of the survey responses of the performance denominator
 * @param riskMonths their exposure by risk cell, where the measure has a risk model
 * @param ages of the performance denominator of a proportion, by band
 * @param weighted of people who belong to the cell with a probability only
 */
record Counts(
        PopulationCounts populations,
        AnswerCounts answers,
        AmountSums amounts,
        ItemSums items,
        RiskMonths riskMonths,
        AgeSums ages,
        WeightSums weighted)
        implements Serializable {
    static final Counts ZERO = new Counts(
            PopulationCounts.NONE,
            AnswerCounts.NONE,
            AmountSums.NONE,
            ItemSums.NONE,
            RiskMonths.NONE,
            AgeSums.NONE,
            WeightSums.NONE);

    private static final int AMOUNTS = 1;
    private static final int ITEMS = 2;
    private static final int RISK_MONTHS = 4;
    private static final int AGES = 8;
    private static final int WEIGHTED = 16;

    Counts {
        requireNonNull(populations, "populations");
        requireNonNull(answers, "answers");
        requireNonNull(amounts, "amounts");
        requireNonNull(items, "items");
        requireNonNull(riskMonths, "riskMonths");
        requireNonNull(ages, "ages");
        requireNonNull(weighted, "weighted");
    }

    Counts plus(Counts other) {
        return new Counts(
                populations.plus(other.populations),
                answers.plus(other.answers),
                amounts.plus(other.amounts),
                items.plus(other.items),
                riskMonths.plus(other.riskMonths),
                ages.plus(other.ages),
                weighted.plus(other.weighted));
    }

    /** These less others that are part of them: what is left of a whole without a part. */
    Counts minus(Counts part) {
        return new Counts(
                populations.minus(part.populations),
                answers.minus(part.answers),
                amounts.minus(part.amounts),
                items.minus(part.items),
                riskMonths.minus(part.riskMonths),
                ages.minus(part.ages),
                weighted.minus(part.weighted));
    }

    /** These people with the amounts of another cell. */
    Counts withAmountsOf(Counts other) {
        return new Counts(populations, answers, other.amounts, other.items, other.riskMonths, ages, weighted);
    }

    /** As few bytes: of most cells only the populations and the answers are there. */
    void write(EntryWriter out) {
        out.number(present());
        populations.write(out);
        answers.write(out);
        if (!amounts.isNone()) {
            amounts.write(out);
        }
        if (items.items() != 0) {
            items.write(out);
        }
        if (riskMonths.size() != 0) {
            riskMonths.write(out);
        }
        if (!ages.isNone()) {
            ages.write(out);
        }
        if (!weighted.isNone()) {
            weighted.write(out);
        }
    }

    private int present() {
        return (amounts.isNone() ? 0 : AMOUNTS)
                | (items.items() == 0 ? 0 : ITEMS)
                | (riskMonths.size() == 0 ? 0 : RISK_MONTHS)
                | (ages.isNone() ? 0 : AGES)
                | (weighted.isNone() ? 0 : WEIGHTED);
    }

    static Counts read(EntryReader in) throws IOException {
        long present = in.number();
        return new Counts(
                PopulationCounts.read(in),
                AnswerCounts.read(in),
                (present & AMOUNTS) == 0 ? AmountSums.NONE : AmountSums.read(in),
                (present & ITEMS) == 0 ? ItemSums.NONE : ItemSums.read(in),
                (present & RISK_MONTHS) == 0 ? RiskMonths.NONE : RiskMonths.read(in),
                (present & AGES) == 0 ? AgeSums.NONE : AgeSums.read(in),
                (present & WEIGHTED) == 0 ? WeightSums.NONE : WeightSums.read(in));
    }
}
