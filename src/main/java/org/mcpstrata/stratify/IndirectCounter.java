package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.mcpstrata.model.GroupProbabilities;
import org.mcpstrata.model.IndirectEstimates.Method;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.stratify.IndirectStratifier.Weights;
import org.mcpstrata.stratify.Tally.Answer;

/** Counts people by their probabilities into the cells of their practices: for every proportion, in its denominator. */
final class IndirectCounter {
    private final IndirectStratifier stratifier;
    private final CountedRates rates;
    private final CellTallies cells;

    /** @param cells receives what is counted */
    IndirectCounter(IndirectStratifier stratifier, CountedRates rates, CellTallies cells) {
        this.stratifier = requireNonNull(stratifier, "stratifier");
        this.rates = requireNonNull(rates, "rates");
        this.cells = requireNonNull(cells, "cells");
    }

    void add(Person person, Collection<String> scopes, List<Verdict> verdicts) {
        List<Verdict> counting = verdicts.stream()
                .filter(verdict -> verdict.performanceDenominator() && isProportion(verdict))
                .toList();
        if (counting.isEmpty()) {
            return;
        }
        for (Method method : stratifier.methods()) {
            stratifier.weights(method, person).ifPresent(weights -> {
                for (String scope : scopes) {
                    add(person.practice().id(), scope, method, weights, counting);
                }
            });
        }
        calibrate(person, counting);
    }

    private void add(String practice, String scope, Method method, Weights weights, List<Verdict> counting) {
        String name = stratifier.cells(method);
        Answer answer = new Answer(true, false, weights.direct(), false);
        count(cells.at(practice, scope, name, CellGroup.UNION), counting, (tally, i) -> {
            tally.addAnswer(Weighed.peopleOf(counting.get(i)), answer);
            tally.addWeight(GroupProbabilities.CERTAIN, counting.get(i).numerator());
        });
        for (int group = 0; group < weights.millionths().length; group++) {
            int weight = weights.millionths()[group];
            if (weight > 0) {
                count(
                        cells.at(practice, scope, name, stratum(group)),
                        counting,
                        (tally, i) -> tally.addWeight(weight, counting.get(i).numerator()));
            }
        }
    }

    /** People of whom both are known tell how far the probabilities are right (stratification.md 3.2). */
    private void calibrate(Person person, List<Verdict> counting) {
        Optional<Integer> own = stratifier.own(person);
        Optional<Weights> probable = own.flatMap(it -> stratifier.weights(Method.INDIRECT, person));
        if (own.isEmpty() || probable.isEmpty()) {
            return;
        }
        for (int group = 0; group < probable.get().millionths().length; group++) {
            int weight = probable.get().millionths()[group];
            Answer answer = new Answer(true, false, own.get() == group, false);
            Tally[] tallies =
                    cells.at(person.practice().id(), CellCounter.ALL, stratifier.calibration(), stratum(group));
            count(tallies, counting, (tally, i) -> {
                tally.addAnswer(Weighed.peopleOf(counting.get(i)), answer);
                tally.addWeight(weight, false);
            });
        }
    }

    private String stratum(int group) {
        return stratifier.groups().get(group).stratum().id();
    }

    /** @param each told a tally and the position of the verdict it belongs to */
    private void count(Tally[] tallies, List<Verdict> counting, ObjIntConsumer<Tally> each) {
        for (int i = 0; i < counting.size(); i++) {
            each.accept(Tally.at(tallies, rate(counting.get(i))), i);
        }
    }

    private boolean isProportion(Verdict verdict) {
        return rates.measure(rate(verdict)).scoring() == Scoring.PROPORTION;
    }

    private int rate(Verdict verdict) {
        return rates.position(new RateKey(verdict.measureId(), verdict.rateId()));
    }
}
