package org.mcpstrata.stratify;

import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;

/** The cell of one stratum while people are being counted; becomes {@link Counts} when the partition is done. */
final class Tally {
    private long people;
    private long initialPopulation;
    private long denominator;
    private long denominatorExclusion;
    private long denominatorException;
    private long performanceDenominator;
    private long numerator;
    private long notMet;
    private long dataSufficient;
    private long known;
    private long asked2024;
    private long direct;
    private long conflict;
    private AmountSums.Sum amounts;
    private ItemSums.Sum items;
    private RiskMonths.Sum riskMonths;
    private AgeSums.Sum ages;
    private WeightSums.Sum weighted;

    /** What is known about a person's answer to one stratifier. */
    record Answer(boolean known, boolean asked2024, boolean direct, boolean conflict) {}

    /** Counts one verdict in full. */
    void add(Weighed weighed, Answer answer) {
        addAnswer(weighed, answer);
        Verdict verdict = weighed.verdict();
        initialPopulation += verdict.initialPopulation() ? 1 : 0;
        denominator += verdict.denominator() ? 1 : 0;
        denominatorExclusion += verdict.denominatorExclusion() ? 1 : 0;
        denominatorException += verdict.denominatorException() ? 1 : 0;
        numerator += verdict.numerator() ? 1 : 0;
        if (verdict.performanceDenominator()) {
            notMet += verdict.numerator() ? 0 : 1;
            dataSufficient += verdict.sufficiency() == Sufficiency.SUFFICIENT ? 1 : 0;
            measure(weighed);
            if (weighed.ageBand() != null) {
                ages = ages == null ? new AgeSums.Sum() : ages;
                ages.add(weighed.ageBand(), verdict.numerator());
            }
        }
    }

    /** Counts only what is known of the answer: all that is asked of a stratifier's strata together. */
    void addAnswer(Weighed weighed, Answer answer) {
        people++;
        if (weighed.verdict().performanceDenominator()) {
            performanceDenominator++;
            known += answer.known() ? 1 : 0;
            asked2024 += answer.asked2024() ? 1 : 0;
            direct += answer.direct() ? 1 : 0;
            conflict += answer.conflict() ? 1 : 0;
        }
    }

    private void measure(Weighed weighed) {
        if (weighed.hasExposure()) {
            amounts().expose(weighed.verdict().exposure());
            if (weighed.riskCell() != Weighed.NO_RISK) {
                riskMonths = riskMonths == null ? new RiskMonths.Sum() : riskMonths;
                riskMonths.add(weighed.riskCell(), weighed.verdict().exposure().longValueExact());
            }
        }
        SurveyResponse response = weighed.verdict().response();
        if (response != null) {
            items = items == null ? new ItemSums.Sum(response.answers().size()) : items;
            items.add(response);
        }
        if (weighed.amounts() != null) {
            amounts().observe(weighed.amounts());
        }
    }

    /** Counts amounts alone, of somebody who is counted elsewhere. */
    void add(Amounts added) {
        amounts().expose(added.weight());
        amounts().observe(added);
    }

    /** Takes the same away again. */
    void remove(Amounts removed) {
        amounts().remove(removed);
    }

    private AmountSums.Sum amounts() {
        amounts = amounts == null ? new AmountSums.Sum() : amounts;
        return amounts;
    }

    /** Counts somebody of a performance denominator who belongs to the cell with a probability only. */
    void addWeight(int millionths, boolean met) {
        weighted = weighted == null ? new WeightSums.Sum() : weighted;
        weighted.add(millionths, met);
    }

    /** The tally of a rate, made where nothing of it was counted before. */
    static Tally at(Tally[] tallies, int rate) {
        if (tallies[rate] == null) {
            tallies[rate] = new Tally();
        }
        return tallies[rate];
    }

    /** What was counted, by rate; a rate of which nothing was counted stays null. */
    static Counts[] counts(Tally[] tallies) {
        Counts[] rates = new Counts[tallies.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = tallies[i] == null ? null : tallies[i].counts();
        }
        return rates;
    }

    Counts counts() {
        return new Counts(
                new PopulationCounts(
                        people,
                        initialPopulation,
                        denominator,
                        denominatorExclusion,
                        denominatorException,
                        performanceDenominator,
                        numerator,
                        notMet,
                        dataSufficient),
                new AnswerCounts(known, asked2024, direct, conflict),
                amounts == null ? AmountSums.NONE : amounts.sums(),
                items == null ? ItemSums.NONE : items.sums(),
                riskMonths == null ? RiskMonths.NONE : riskMonths.months(),
                ages == null ? AgeSums.NONE : ages.sums(),
                weighted == null ? WeightSums.NONE : weighted.sums());
    }
}
