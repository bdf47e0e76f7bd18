package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.model.BeneficiaryMonth;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PricedLine;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Amounts;
import org.mcpstrata.model.Verdict.Sufficiency;
import org.mcpstrata.time.MeasurementPeriod;

/** A measure whose names are places of nodes, ready to be asked about one person after the other. */
final class CompiledMeasure {
    private static final int NOTHING = -1;

    private final MeasureDefinition measure;
    private final Population initialPopulation;
    private final Population denominator;
    private final Population exclusion;
    private final Population exception;
    private final Population numerator;
    private final int observed;
    private final List<Integer> billed;
    private final int responses;
    private final int scored;
    private final BeneficiaryMonths costs;
    private final int sufficientWhen;
    private final int partialWhen;
    private final List<CompiledRate> rates = new ArrayList<>();
    private final List<Integer> numeratorEvents;

    private record CompiledRate(String id, int only, int without) {}

    CompiledMeasure(MeasureDefinition measure, MeasurementPeriod period, Nodes nodes) {
        this.measure = requireNonNull(measure, "measure");
        Populations populations = measure.populations();
        this.initialPopulation = population(populations.initialPopulation(), nodes);
        this.denominator = population(populations.denominator(), nodes);
        this.exclusion = population(populations.denominatorExclusion(), nodes);
        this.exception = population(populations.denominatorException(), nodes);
        this.numerator = populations.numerator() == null ? null : population(populations.numerator(), nodes);
        this.observed = measure.observed() == null
                ? NOTHING
                : nodes.place(measure, measure.observed().count());
        this.billed = observed == NOTHING
                ? List.of()
                : madeOf(measure.observed().count()).stream()
                        .map(name -> nodes.place(measure, name))
                        .toList();
        this.responses = measure.itemMeans() == null
                ? NOTHING
                : nodes.place(measure, measure.itemMeans().responses());
        this.scored = measure.itemMeans() == null
                ? NOTHING
                : nodes.place(measure, measure.itemMeans().scored());
        this.costs = measure.cost() == null ? null : new BeneficiaryMonths(measure.id(), measure.cost(), period);
        this.sufficientWhen = place(measure.sufficientWhen(), nodes);
        this.partialWhen = place(measure.partialWhen(), nodes);
        for (Rate rate : measure.rates()) {
            rates.add(new CompiledRate(rate.id(), place(rate.only(), nodes), place(rate.without(), nodes)));
        }
        this.numeratorEvents = measure.numeratorEvents().stream()
                .map(name -> nodes.place(measure, name))
                .toList();
    }

    /** The events that what is observed is made of: the bills of visits, or the events themselves. */
    private List<String> madeOf(String name) {
        return measure.definition(name).clause() instanceof VisitsClause visits ? visits.of() : List.of(name);
    }

    private Population population(Combination list, Nodes nodes) {
        return new Population(list.quantifier(), nodes.places(measure, list.uses()));
    }

    private int place(String name, Nodes nodes) {
        return name.isEmpty() ? NOTHING : nodes.place(measure, name);
    }

    String id() {
        return measure.id();
    }

    /** Places of the definitions that populations, rates and the rest name, in the order in which they are asked. */
    List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        add(initialPopulation, places);
        rates.forEach(rate -> places.add(rate.only()));
        add(denominator, places);
        add(exclusion, places);
        rates.forEach(rate -> places.add(rate.without()));
        if (numerator != null) {
            add(numerator, places);
        }
        add(exception, places);
        places.addAll(List.of(observed, sufficientWhen, partialWhen));
        places.removeIf(place -> place == NOTHING);
        return places;
    }

    private static void add(Population population, List<Integer> places) {
        for (int place : population.uses()) {
            places.add(place);
        }
    }

    /** The claim lines that the dollars of a cost measure are made of; none of any other. */
    List<PricedLine> pricedLines(Person person, List<CanonicalRow> rows) {
        return costs == null ? List.of() : costs.lines(person, rows);
    }

    /** The beneficiary months of a cost measure; none of any other. */
    List<BeneficiaryMonth> months(Person person, List<CanonicalRow> rows) {
        return costs == null ? List.of() : costs.of(person, rows);
    }

    /** Adds one verdict for each rate. */
    void judge(Person person, PersonAnswers answers, List<BeneficiaryMonth> months, List<Verdict> verdicts) {
        for (CompiledRate rate : rates) {
            verdicts.add(judge(person, answers, months, rate));
        }
    }

    /** Whether anything its numerator asks for was found, of a proportion in whose denominator the person counts; else empty. */
    Optional<Boolean> findsNumeratorCodes(PersonAnswers answers) {
        boolean counts = !numeratorEvents.isEmpty()
                && initialPopulation.holds(answers)
                && denominator.holds(answers)
                && !exclusion.holds(answers);
        return counts ? Optional.of(numeratorEvents.stream().anyMatch(answers::holds)) : Optional.empty();
    }

    /** Effective populations: exclusion before numerator before exception (measures.md 2.1). */
    private Verdict judge(Person person, PersonAnswers answers, List<BeneficiaryMonth> months, CompiledRate rate) {
        boolean inRate = rate.only() == NOTHING || answers.holds(rate.only());
        boolean initial = initialPopulation.holds(answers) && inRate;
        boolean denominators = initial && denominator.holds(answers);
        boolean without = rate.without() != NOTHING && answers.holds(rate.without());
        boolean excluded = denominators && (exclusion.holds(answers) || without);
        boolean met = denominators && !excluded && numerator != null && numerator.holds(answers);
        boolean excepted = denominators && !excluded && !met && exception.holds(answers);

        Explanation why = new Explanation(answers);
        why.population(initialPopulation, initialPopulation.holds(answers));
        if (rate.only() != NOTHING) {
            why.definition(rate.only());
        }
        if (initial
                && !measure.populations()
                        .denominator()
                        .equals(measure.populations().initialPopulation())) {
            why.population(denominator, denominators);
        }
        if (excluded) {
            if (exclusion.holds(answers)) {
                why.population(exclusion, true);
            }
            if (without) {
                why.definition(rate.without());
            }
        } else if (denominators) {
            if (numerator != null) {
                why.population(numerator, met);
            }
            if (excepted) {
                why.population(exception, true);
            }
        }
        boolean counts = denominators && !excluded && !excepted;
        if (observed != NOTHING && counts) {
            why.events(observed);
        }
        return new Verdict(
                measure.id(),
                rate.id(),
                initial,
                denominators,
                excluded,
                excepted,
                met,
                observation(answers, months, counts),
                costs == null ? exposure(person, counts) : counts ? priced(months) : BigDecimal.ZERO,
                byScope(person, answers, counts),
                response(answers, initial),
                why.reasons(),
                why.evidence(),
                costs == null ? sufficiency(answers) : sufficiency(months));
    }

    /** Dollars of a cost measure, points of a survey, events of a ratio; null of a proportion. */
    private BigDecimal observation(PersonAnswers answers, List<BeneficiaryMonth> months, boolean counts) {
        if (costs != null) {
            return counts ? dollars(months) : BigDecimal.ZERO;
        }
        return scored == NOTHING ? observation(answers, counts) : points(answers, counts);
    }

    private static BigDecimal dollars(List<BeneficiaryMonth> months) {
        return months.stream()
                .filter(month -> month.dollars() != null)
                .map(BeneficiaryMonth::dollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal priced(List<BeneficiaryMonth> months) {
        return BigDecimal.valueOf(
                months.stream().filter(month -> month.dollars() != null).count());
    }

    /** Whether every beneficiary month has a price, or some, or none. */
    private static Sufficiency sufficiency(List<BeneficiaryMonth> months) {
        long priced = priced(months).longValueExact();
        return priced == 0 ? Sufficiency.NONE : priced == months.size() ? Sufficiency.SUFFICIENT : Sufficiency.PARTIAL;
    }

    /** The response a verdict rests on: the scored one, else any. */
    private SurveyResponse response(PersonAnswers answers, boolean initial) {
        if (scored == NOTHING || !initial) {
            return null;
        }
        SurveyResponse found = answers.holds(scored) ? answers.response(scored) : answers.response(responses);
        return found == null ? null : found.ofItems(measure.itemMeans().score().items());
    }

    /** Points of the scored response as it was answered, whatever scale a rate is shown on. */
    private BigDecimal points(PersonAnswers answers, boolean counts) {
        return counts ? BigDecimal.valueOf(response(answers, true).points()) : BigDecimal.ZERO;
    }

    /** Observed events; nothing is observed of people who do not count. */
    private BigDecimal observation(PersonAnswers answers, boolean counts) {
        if (observed == NOTHING) {
            return null;
        }
        return counts ? BigDecimal.valueOf(answers.of(observed).found().size()) : BigDecimal.ZERO;
    }

    private BigDecimal exposure(Person person, boolean counts) {
        if (observed == NOTHING) {
            return null;
        }
        return counts ? BigDecimal.valueOf(person.memberMonths()) : BigDecimal.ZERO;
    }

    private Map<String, Amounts> byScope(Person person, PersonAnswers answers, boolean counts) {
        if (observed == NOTHING || person.payerScopes().isEmpty()) {
            return Map.of();
        }
        if (!counts) {
            return person.payerScopes().stream().collect(Collectors.toMap(scope -> scope, scope -> Amounts.NONE));
        }
        List<Found> bills = new ArrayList<>();
        billed.forEach(node -> bills.addAll(answers.of(node).found()));
        return new PaidVisits(person, answers.period())
                .byScope(answers.of(observed).found(), bills);
    }

    private Sufficiency sufficiency(PersonAnswers answers) {
        if (sufficientWhen == NOTHING || answers.holds(sufficientWhen)) {
            return Sufficiency.SUFFICIENT;
        }
        return partialWhen != NOTHING && answers.holds(partialWhen) ? Sufficiency.PARTIAL : Sufficiency.NONE;
    }
}
