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
import org.mcpstrata.model.MeasureInfo;

/** Reads the rates of a measure: those with a verdict on every person, and those made of them. */
final class RateReader {
    private static final String OBSERVED_TO_EXPECTED = "observed to expected of";
    static final Set<String> KEYS = Set.of("id", "only", "without", "remark", "unverified", OBSERVED_TO_EXPECTED);

    private final List<Rate> rates = new ArrayList<>();
    private final List<DerivedRate> derived = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final MeasureInfo.Improvement improvement;
    private final boolean expected;

    /** @param expected whether the measure has a risk model */
    RateReader(MeasureInfo.Improvement improvement, boolean expected) {
        this.improvement = improvement;
        this.expected = expected;
    }

    void read(Section body) {
        body.allow(KEYS);
        String id = body.requiredText("id");
        if (!ids.add(id)) {
            body.problem(body.place(), "Another rate of the measure has this id.");
        }
        if (body.has(OBSERVED_TO_EXPECTED)) {
            observedToExpected(id, body);
        } else {
            rates.add(new Rate(
                    id, body.text("only").orElse(""), body.text("without").orElse("")));
        }
    }

    private void observedToExpected(String id, Section body) {
        if (!expected) {
            body.problem(body.place(), "A rate over expected events needs the measure's 'expected'.");
        }
        made(body, OBSERVED_TO_EXPECTED)
                .ifPresent(of -> derived.add(new DerivedRate(
                        id,
                        of,
                        DerivedRate.Kind.OBSERVED_TO_EXPECTED,
                        MeasureInfo.Scoring.RATIO,
                        improvement,
                        "observed/expected",
                        body.text("unverified").orElse(""))));
    }

    /** The rate that a derived one is made of; it stands above it. */
    private Optional<String> made(Section body, String key) {
        if (body.has("only") || body.has("without")) {
            body.problem(body.place(), "A derived rate is of the people of the rate it is made of.");
        }
        Set<String> above = new HashSet<>();
        rates.forEach(rate -> above.add(rate.id()));
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
