package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureDefinition.Improvement;
import org.mcpstrata.measure.MeasureDefinition.Scoring;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Observed;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.YearRange;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.problem.Place;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.CodeSystem;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSets;

/** Asks single definitions of invented people, through the evaluator's front door. */
final class Asking {
    private final int year;
    private final List<ValueSet> sets = new ArrayList<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    private Asking(int year) {
        this.year = year;
    }

    static Asking in(int year) {
        return new Asking(year);
    }

    /** A value set of codings {@code SYSTEM|code}; its id is its name. */
    Asking set(String name, String... codings) {
        List<Coding> members = new ArrayList<>();
        for (String coding : codings) {
            members.add(Coding.of(CodeSystem.valueOf(Story.system(coding)), Story.code(coding)));
        }
        sets.add(ValueSet.of(name, name, members));
        return this;
    }

    Asking define(String name, EventAsk events) {
        return define(name, events.clause());
    }

    Asking define(String name, Clause clause) {
        definitions.put(name, new Definition(name, clause, "T1", "", "", Place.of("test.yaml")));
        return this;
    }

    /** Whether the definition holds for the person. */
    boolean holds(String name, Story story) {
        return verdict(name, story).numerator();
    }

    /** First days of the events behind the definition. */
    List<String> daysBehind(String name, Story story) {
        return verdict(name, story).evidence().stream()
                .map(Evidence::date)
                .map(String::valueOf)
                .toList();
    }

    /** The verdict of a measure everyone is in, whose numerator is the definition. */
    Verdict verdict(String name, Story story) {
        Combination numerator = Combination.all(List.of(name));
        Combination everyone = Combination.all(List.of());
        Populations populations =
                new Populations(everyone, everyone, Populations.NOBODY, Populations.NOBODY, numerator);
        return new Evaluator(set(measure(Scoring.PROPORTION, populations, null, List.of(Rate.OVERALL))))
                .evaluate(story.person(), story.rows())
                .get(0);
    }

    private MeasureDefinition measure(Scoring scoring, Populations populations, Observed observed, List<Rate> rates) {
        return new MeasureDefinition(
                "T1",
                "A test",
                "1",
                "Nobody",
                "test",
                List.of(),
                new YearRange(2000, 2100),
                scoring,
                Improvement.INCREASE,
                Anchor.Base.END,
                populations,
                observed,
                null,
                null,
                "",
                "",
                rates,
                List.of(),
                null,
                definitions);
    }

    private MeasureSet set(MeasureDefinition measure) {
        return new MeasureSet(new MeasurementPeriod(year), new TreeMap<>(Map.of("T1", measure)), new ValueSets(sets));
    }
}
