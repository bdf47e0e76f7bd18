package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.DerivedRate.Kind;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.model.MeasureInfo.Scoring;

/**
 * One rate as the result tables show it.
 *
 * @param order inside its measure, from 0
 * @param verdicts the rate whose verdicts it is made of: itself, unless it is derived
 * @param derived null for a rate with verdicts of its own
 * @param unverified what of the measure and the rate rests on memory or unpublished rules only, in words; empty where
 *     all of it was checked
 */
record ReportedRate(
        MeasureInfo measure,
        RateKey key,
        int order,
        RateKey verdicts,
        DerivedRate derived,
        Scoring scoring,
        Improvement improvement,
        String unit,
        List<String> unverified) {
    ReportedRate {
        requireNonNull(measure, "measure");
        requireNonNull(key, "key");
        requireNonNull(verdicts, "verdicts");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        requireNonNull(unit, "unit");
        unverified = List.copyOf(unverified);
    }

    /** All rates of a measure in their own order, derived ones last. */
    static List<ReportedRate> of(MeasureInfo measure) {
        List<ReportedRate> rates = new ArrayList<>();
        for (String id : measure.rateIds()) {
            RateKey key = new RateKey(measure.measureId(), id);
            rates.add(new ReportedRate(
                    measure,
                    key,
                    rates.size(),
                    key,
                    null,
                    measure.scoring(),
                    measure.improvement(),
                    measure.unit(id),
                    measure.unverified()));
        }
        for (DerivedRate rate : measure.derived()) {
            rates.add(new ReportedRate(
                    measure,
                    new RateKey(measure.measureId(), rate.id()),
                    rates.size(),
                    new RateKey(measure.measureId(), measure.verdictsOf(rate.id())),
                    rate,
                    rate.scoring(),
                    rate.improvement(),
                    rate.unit(),
                    notes(measure, rate)));
        }
        return rates;
    }

    /** The rate whose amounts its value is made of: a rate of costs has its own, every other one those of its verdicts. */
    RateKey amounts() {
        return is(Kind.RISK_ADJUSTED) || is(Kind.INDEX)
                ? key
                : isImprovement() ? compared().amounts() : verdicts;
    }

    boolean is(Kind kind) {
        return derived != null && derived.kind() == kind;
    }

    /** Whether its value rests on the measure's risk model. */
    boolean usesRiskModel() {
        return isImprovement() ? compared().usesRiskModel() : derived != null;
    }

    boolean isImprovement() {
        return is(Kind.IMPROVEMENT);
    }

    /** The rate whose two years an improvement compares. */
    ReportedRate compared() {
        return of(measure).stream()
                .filter(rate -> rate.key().rateId().equals(derived.of()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether the value is in dollars, which mean something within one payer only. */
    boolean isInDollars() {
        return measure.cost() != null && !is(Kind.INDEX) && !isImprovement();
    }

    /** What of the measure, of how costs are made, of the risk model and of the rate itself rests on memory. */
    private static List<String> notes(MeasureInfo measure, DerivedRate rate) {
        List<String> notes = new ArrayList<>(measure.unverified());
        add("cost", measure.cost() == null ? "" : measure.cost().unverified(), notes);
        add("expected", measure.risk() == null ? "" : measure.risk().unverified(), notes);
        add(rate.id(), rate.unverified(), notes);
        return notes;
    }

    private static void add(String of, String note, List<String> notes) {
        if (!note.isEmpty()) {
            notes.add(of + ": " + note);
        }
    }
}
