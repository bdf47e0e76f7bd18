package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.CostRule;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.RiskModel;
import org.mcpstrata.valueset.ValueSets;

/**
 * One measure of one year, resolved: library definitions are merged in, windows and codes are looked up.
 *
 * @param id stable id, for example {@code CMS122}
 * @param version of the specification it follows
 * @param source where the rules are written
 * @param unverified what rests on memory only, of the measure as a whole; see {@link #unverifiedNotes}
 * @param ageAt the end of the measurement period at which age bands of results look at people
 * @param observed null for proportions, surveys and costs
 * @param itemMeans what a survey observes; null for every other measure
 * @param cost how costs are made; null for every measure that is not about them
 * @param sufficientWhen a definition that holds when the person's data could show a numerator, or empty for always
 * @param partialWhen a definition that holds when they could show part of it, or empty
 * @param rates with a verdict on every person, in reporting order, never empty
 * @param derived rates made of those for the people of a row together, in reporting order
 * @param risk how much of what is observed is expected of a person; null where nothing is
 * @param definitions by name, in the order of the files: the measure's own first, then the libraries'
 */
public record MeasureDefinition(
        String id,
        String title,
        String version,
        String steward,
        String source,
        List<String> unverified,
        YearRange years,
        Scoring scoring,
        Improvement improvement,
        Anchor.Base ageAt,
        Populations populations,
        Observed observed,
        ItemMeans itemMeans,
        CostRule cost,
        String sufficientWhen,
        String partialWhen,
        List<Rate> rates,
        List<DerivedRate> derived,
        RiskModel risk,
        Map<String, Definition> definitions)
        implements Serializable {
    public MeasureDefinition {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(version, "version");
        requireNonNull(steward, "steward");
        requireNonNull(source, "source");
        unverified = List.copyOf(unverified);
        requireNonNull(years, "years");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        requireNonNull(ageAt, "ageAt");
        requireNonNull(populations, "populations");
        requireNonNull(sufficientWhen, "sufficientWhen");
        requireNonNull(partialWhen, "partialWhen");
        rates = List.copyOf(rates);
        derived = List.copyOf(derived);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("a measure without a rate");
        }
        if ((scoring == Scoring.PROPORTION) != (populations.numerator() != null)
                || (scoring == Scoring.RATIO) != (observed != null)
                || (scoring == Scoring.CONTINUOUS) != (itemMeans != null || cost != null)
                || itemMeans != null && cost != null) {
            throw new IllegalArgumentException(
                    "a proportion has a numerator, a ratio an observation, a mean either answered items or costs");
        }
    }

    /** The definition of that name; an unknown name is a defect, the loader has checked them. */
    public Definition definition(String name) {
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("measure " + id + " has no such definition");
        }
        return definition;
    }

    /**
     * Names of the definitions that find events and that only the numerator leads to: what is asked of people who are in
     * the denominator already. In the order of the files; none of a measure without a numerator.
     */
    public List<String> numeratorEvents() {
        if (populations.numerator() == null) {
            return List.of();
        }
        Deque<String> open = new ArrayDeque<>();
        for (Clause clause : List.of(
                populations.initialPopulation(), populations.denominator(), populations.denominatorExclusion())) {
            open.addAll(clause.uses());
        }
        rates.forEach(rate -> open.addAll(List.of(rate.only(), rate.without())));
        Set<String> asked = reachedFrom(open);
        return inOrder(reachedFrom(new ArrayDeque<>(populations.numerator().uses()))).stream()
                .filter(definition -> !asked.contains(definition.name()))
                .filter(definition -> definition.clause().kind() == Clause.Kind.EVENTS
                        || definition.clause().kind() == Clause.Kind.EVENT)
                .map(Definition::name)
                .toList();
    }

    /** The definitions that populations, rates and the like lead to, in the order of the files. */
    public List<Definition> definitionsInUse() {
        Deque<String> open = new ArrayDeque<>();
        List<Clause> clauses = new ArrayList<>(List.of(
                populations.initialPopulation(),
                populations.denominator(),
                populations.denominatorExclusion(),
                populations.denominatorException()));
        if (populations.numerator() != null) {
            clauses.add(populations.numerator());
        }
        clauses.forEach(clause -> open.addAll(clause.uses()));
        if (observed != null) {
            open.add(observed.count());
        }
        if (itemMeans != null) {
            open.addAll(List.of(itemMeans.responses(), itemMeans.scored()));
        }
        rates.forEach(rate -> open.addAll(List.of(rate.only(), rate.without())));
        open.addAll(List.of(sufficientWhen, partialWhen));
        return inOrder(reachedFrom(open));
    }

    private Set<String> reachedFrom(Deque<String> open) {
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            Definition definition = definitions.get(open.pop());
            if (definition != null && reached.add(definition.name())) {
                open.addAll(definition.clause().uses());
            }
        }
        return reached;
    }

    private List<Definition> inOrder(Set<String> reached) {
        return definitions.values().stream()
                .filter(definition -> reached.contains(definition.name()))
                .toList();
    }

    /**
     * All that was not checked against its source, each once. First in the order of the files: of the measure, then of
     * its definitions in use by name with their limits, then of how months of cost find a practice. Then in order what it
     * shares with others, see {@link #unverifiedShared}. What its rates rest on is said of the rates.
     */
    public List<String> unverifiedNotes(ValueSets valueSets) {
        Set<String> notes = new LinkedHashSet<>(unverified);
        definitionsInUse().forEach(definition -> {
            note(definition.name(), definition.unverified(), notes);
            if (definition.clause() instanceof CountClause count) {
                note(count.limit().name(), count.limit().unverified(), notes);
            }
        });
        if (cost != null && cost.candidates() != null) {
            note("candidate events", cost.candidates().unverified(), notes);
        }
        notes.addAll(unverifiedShared(valueSets));
        return List.copyOf(notes);
    }

    /** The same of the results, event rules and value sets that its definitions in use name. */
    public SortedSet<String> unverifiedShared(ValueSets valueSets) {
        SortedSet<String> notes = new TreeSet<>();
        SortedSet<String> sets = new TreeSet<>();
        for (Definition definition : definitionsInUse()) {
            definition.clause().sets().forEach(set -> sets.add(set.id()));
            if (definition.clause() instanceof EventClause event) {
                note(
                        "event rule of '" + event.event().keyword() + "'",
                        event.record().unverified(),
                        notes);
                if (event.result() != null) {
                    event.result()
                            .unverified()
                            .forEach(note -> note("result " + event.result().name(), note, notes));
                }
            }
        }
        if (cost != null && cost.candidates() != null) {
            sets.add(cost.candidates().setId());
        }
        sets.forEach(
                id -> valueSets.byId(id).ifPresent(set -> note("value set " + set.name(), set.unverified(), notes)));
        return notes;
    }

    private static void note(String of, String unverified, Collection<String> notes) {
        if (!unverified.isEmpty()) {
            notes.add(of + ": " + unverified);
        }
    }

    /** Whether some rate compares with the year before. */
    public boolean hasImprovement() {
        return derived.stream().anyMatch(rate -> rate.kind() == DerivedRate.Kind.IMPROVEMENT);
    }

    /** What a value is in, for readers of the results. */
    public String unit() {
        return switch (scoring) {
            case PROPORTION -> "proportion";
            case RATIO -> observed.unit();
            case CONTINUOUS -> itemMeans != null ? "score" : "US dollars per beneficiary month";
        };
    }

    /** The same measure with other definitions of the same names. */
    MeasureDefinition with(Map<String, Definition> others) {
        return new MeasureDefinition(
                id,
                title,
                version,
                steward,
                source,
                unverified,
                years,
                scoring,
                improvement,
                ageAt,
                populations,
                observed,
                itemMeans,
                cost,
                sufficientWhen,
                partialWhen,
                rates,
                derived,
                risk,
                others);
    }

    /** How people become a number (FHIR Measure.scoring). */
    public enum Scoring {
        PROPORTION,
        /** Events over exposure. */
        RATIO,
        /** The mean of the items' means of survey responses, or costs of beneficiary months. */
        CONTINUOUS
    }

    /** Which direction is better (FHIR improvementNotation). */
    public enum Improvement {
        INCREASE(MeasureInfo.Improvement.HIGHER),
        DECREASE(MeasureInfo.Improvement.LOWER);

        private final MeasureInfo.Improvement inResults;

        Improvement(MeasureInfo.Improvement inResults) {
            this.inResults = inResults;
        }

        /** The word of the result tables. */
        public MeasureInfo.Improvement inResults() {
            return inResults;
        }
    }
}
