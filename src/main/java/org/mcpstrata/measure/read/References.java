package org.mcpstrata.measure.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.AnyOf;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.NoneOf;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Checks that every name a measure uses exists, gives the kind of answer that is needed, and does not lead to itself. */
final class References {
    private static final Set<Clause.Kind> TRUTHS = Set.of(Clause.Kind.TRUTH, Clause.Kind.EVENTS, Clause.Kind.EVENT);
    private static final Set<Clause.Kind> EVENTS = Set.of(Clause.Kind.EVENTS);

    private final MeasureDefinition measure;
    private final Place root;
    private final Problems problems;

    References(MeasureDefinition measure, SourceFile file, Problems problems) {
        this.measure = measure;
        this.root = file.root().place();
        this.problems = problems;
    }

    void check() {
        Populations populations = measure.populations();
        List<String> truths = new ArrayList<>();
        for (Clause clause : List.of(
                populations.initialPopulation(),
                populations.denominator(),
                populations.denominatorExclusion(),
                populations.denominatorException())) {
            truths.addAll(clause.uses());
        }
        if (populations.numerator() != null) {
            truths.addAll(populations.numerator().uses());
        }
        for (Rate rate : measure.rates()) {
            truths.add(rate.only());
            truths.add(rate.without());
        }
        truths.add(measure.sufficientWhen());
        truths.add(measure.partialWhen());
        truths.stream().filter(name -> !name.isEmpty()).forEach(name -> need(root, name, TRUTHS));
        if (measure.observed() != null) {
            need(root, measure.observed().count(), EVENTS);
        }
        measure.definitions().values().forEach(this::check);
        measure.definitions().values().forEach(this::checkCircle);
    }

    private void check(Definition definition) {
        Place place = definition.place();
        Clause clause = definition.clause();
        if (clause instanceof AllOf || clause instanceof AnyOf || clause instanceof NoneOf) {
            clause.uses().forEach(name -> need(place, name, TRUTHS));
        } else if (clause instanceof ValueClause value) {
            need(place, value.of(), value.onDay() == null ? Set.of(Clause.Kind.EVENT) : EVENTS);
            if (value.onDay() != null) {
                need(place, value.onDay(), Set.of(Clause.Kind.DAY));
            }
        } else if (clause instanceof MostRecent
                || clause instanceof MostRecentDay
                || clause instanceof CountClause
                || clause instanceof StayClause
                || clause instanceof VisitsClause) {
            clause.uses().forEach(name -> need(place, name, EVENTS));
        } else if (!(clause instanceof AgeClause
                || clause instanceof EventClause
                || clause instanceof CoverageClause
                || clause instanceof MonthsClause)) {
            throw new IllegalStateException("a kind of clause is not checked");
        }
    }

    private void need(Place place, String name, Set<Clause.Kind> kinds) {
        Definition found = measure.definitions().get(name);
        if (found == null) {
            problem(
                    place,
                    "No definition is called '" + name + "'."
                            + Suggestion.of(name, measure.definitions().keySet()));
        } else if (!kinds.contains(found.clause().kind())) {
            problem(
                    place,
                    "'" + name + "' gives " + word(found.clause().kind()) + ", but " + word(kinds)
                            + " is needed here.");
        }
    }

    private static String word(Set<Clause.Kind> kinds) {
        return kinds.contains(Clause.Kind.TRUTH)
                ? word(Clause.Kind.TRUTH)
                : word(kinds.iterator().next());
    }

    private static String word(Clause.Kind kind) {
        return switch (kind) {
            case TRUTH -> "a truth";
            case EVENTS -> "a list of events";
            case EVENT -> "one event";
            case DAY -> "a day";
        };
    }

    private void checkCircle(Definition definition) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(definition.clause().uses());
        while (!open.isEmpty()) {
            String name = open.pop();
            if (name.equals(definition.name())) {
                problem(definition.place(), "The definition leads back to itself.");
                return;
            }
            Definition next = measure.definitions().get(name);
            if (next != null && seen.add(name)) {
                next.clause().uses().forEach(open::push);
            }
        }
    }

    private void problem(Place place, String detail) {
        problems.add(ProblemCode.DEFINITION_INVALID, place, detail);
    }
}
