package org.mcpstrata.measure.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A definition that decides nothing: no population, rate or other definition in use leads to it in any measure. */
final class UnusedDefinitions implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.UNUSED_DEFINITION;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        Set<Place> used = new HashSet<>();
        for (MeasureSet set : definitions.measures().values()) {
            set.measures().values().forEach(measure -> used.addAll(reached(measure)));
        }
        List<Problem> problems = new ArrayList<>();
        for (SourceFile file : definitions.files()) {
            file.definitions().forEach((name, node) -> {
                if (!used.contains(node.place())) {
                    problems.add(new Problem(
                            ProblemCode.UNUSED_DEFINITION,
                            node.place(),
                            "'" + name + "' decides nothing in any measure."));
                }
            });
        }
        return problems;
    }

    private static Set<Place> reached(MeasureDefinition measure) {
        Deque<String> open = new ArrayDeque<>();
        Populations populations = measure.populations();
        for (Clause clause : List.of(
                populations.initialPopulation(),
                populations.denominator(),
                populations.denominatorExclusion(),
                populations.denominatorException())) {
            open.addAll(clause.uses());
        }
        if (populations.numerator() != null) {
            open.addAll(populations.numerator().uses());
        }
        if (measure.observed() != null) {
            open.add(measure.observed().count());
        }
        if (measure.itemMeans() != null) {
            open.add(measure.itemMeans().responses());
            open.add(measure.itemMeans().scored());
        }
        measure.rates().forEach(rate -> open.addAll(List.of(rate.only(), rate.without())));
        open.add(measure.sufficientWhen());
        open.add(measure.partialWhen());
        Set<Place> places = new HashSet<>();
        while (!open.isEmpty()) {
            Definition definition = measure.definitions().get(open.pop());
            if (definition != null && places.add(definition.place())) {
                open.addAll(definition.clause().uses());
            }
        }
        return places;
    }
}
