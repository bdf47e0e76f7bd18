package org.mcpstrata.measure.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.DerivedRate.Kind;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.Scoring;

/** Reads the rates of a measure: those with a verdict on every person, and those made of them. */
final class RateReader {
    private static final String OBSERVED_TO_EXPECTED = "observed to expected of";
    private static final String RISK_ADJUSTED = "risk adjusted of";
    private static final String INDEX = "index of";
    private static final String IMPROVEMENT = "improvement of";
    private static final List<String> MADE = List.of(OBSERVED_TO_EXPECTED, RISK_ADJUSTED, INDEX, IMPROVEMENT);
    static final Set<String> KEYS = Set.of(
            "id",
            "only",
            "without",
            "scale",
            "remark",
            "unverified",
            OBSERVED_TO_EXPECTED,
            RISK_ADJUSTED,
            INDEX,
            IMPROVEMENT);

    private final List<Rate> rates = new ArrayList<>();
    private final List<DerivedRate> derived = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final MeasureInfo.Improvement improvement;
    private final boolean events;
    private final boolean costs;

    /**
     * @param expected whether the measure has a risk model
     * @param costs whether it is about costs
     */
    RateReader(MeasureInfo.Improvement improvement, boolean expected, boolean costs) {
        this.improvement = improvement;
        this.events = expected && !costs;
        this.costs = costs;
    }

    void read(Section body) {
        body.allow(KEYS);
        String id = body.requiredText("id");
        if (!ids.add(id)) {
            body.problem(body.place(), "Another rate of the measure has this id.");
        }
        List<String> made = MADE.stream().filter(body::has).toList();
        if (made.size() > 1) {
            body.problem(body.place(), "A rate is derived in one way.");
        } else if (made.isEmpty()) {
            rates.add(new Rate(
                    id, body.text("only").orElse(""), body.text("without").orElse("")));
        } else {
            derive(id, body, made.get(0));
        }
    }

    private void derive(String id, Section body, String key) {
        switch (key) {
            case OBSERVED_TO_EXPECTED ->
                need(events, body, "A rate over expected events needs 'observed' and 'expected'.");
            case RISK_ADJUSTED, INDEX -> need(costs, body, "This rate needs the measure's 'cost'.");
            default -> {}
        }
        String note = body.text("unverified").orElse("");
        made(body, key)
                .map(of -> switch (key) {
                    case OBSERVED_TO_EXPECTED ->
                        new DerivedRate(
                                id,
                                of,
                                Kind.OBSERVED_TO_EXPECTED,
                                Scoring.RATIO,
                                improvement,
                                "observed/expected",
                                note);
                    case RISK_ADJUSTED ->
                        new DerivedRate(
                                id,
                                of,
                                Kind.RISK_ADJUSTED,
                                Scoring.CONTINUOUS,
                                improvement,
                                "US dollars per beneficiary month",
                                note);
                    case INDEX -> new DerivedRate(id, of, Kind.INDEX, Scoring.CONTINUOUS, improvement, "index", note);
                    default ->
                        new DerivedRate(
                                id,
                                of,
                                Kind.IMPROVEMENT,
                                Scoring.RATIO,
                                MeasureInfo.Improvement.HIGHER,
                                DerivedRate.IMPROVEMENT_UNIT,
                                note);
                })
                .ifPresent(derived::add);
    }

    private static void need(boolean there, Section body, String otherwise) {
        if (!there) {
            body.problem(body.place(), otherwise);
        }
    }

    /** The rate that a derived one is made of; it stands above it. */
    private Optional<String> made(Section body, String key) {
        if (body.has("only") || body.has("without")) {
            body.problem(body.place(), "A derived rate is of the people of the rate it is made of.");
        }
        Set<String> above = new HashSet<>();
        rates.forEach(rate -> above.add(rate.id()));
        if (key.equals(IMPROVEMENT)) {
            derived.stream().filter(rate -> rate.kind() != Kind.IMPROVEMENT).forEach(rate -> above.add(rate.id()));
        }
        Optional<String> of = body.text(key);
        if (of.isPresent() && !above.contains(of.get())) {
            body.problem(
                    body.fields().get(key).place(),
                    "No rate above is called '" + of.get() + "'." + Suggestion.of(of.get(), above));
            return Optional.empty();
        }
        return of;
    }

    /** Rates with a verdict on every person. */
    List<Rate> rates() {
        return rates.isEmpty() ? List.of(Rate.OVERALL) : List.copyOf(rates);
    }

    List<DerivedRate> derived() {
        return List.copyOf(derived);
    }
}
