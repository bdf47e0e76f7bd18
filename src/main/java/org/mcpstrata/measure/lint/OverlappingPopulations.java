package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/**
 * A definition that decides two populations of which the earlier one takes its people from the later, and age ranges of two
 * rates that share people without one being part of the other. An exclusion comes before the numerator, and the numerator
 * before an exception (measures.md 2.1).
 */
final class OverlappingPopulations implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.OVERLAPPING_POPULATIONS;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        definitions.measures().values().forEach(set -> set.measures().values().forEach(measure -> {
            populations(measure, definitions.place(measure, "populations"), problems);
            rates(measure, definitions.place(measure, "rates"), problems);
        }));
        return problems;
    }

    private void populations(MeasureDefinition measure, Place place, List<Problem> problems) {
        Populations populations = measure.populations();
        Set<String> everybody = Logic.necessary(measure, populations.initialPopulation());
        Set<String> excluded = Logic.sufficient(measure, populations.denominatorExclusion());
        Set<String> excepted = Logic.sufficient(measure, populations.denominatorException());
        Set<String> counted = new LinkedHashSet<>();
        Set<String> enough = new LinkedHashSet<>();
        if (populations.numerator() != null) {
            enough.addAll(Logic.sufficient(measure, populations.numerator()));
            counted.addAll(enough);
            counted.addAll(Logic.necessary(measure, populations.numerator()));
        }
        shared(everybody, excluded, "the initial population and the denominator exclusions", place, problems);
        shared(excluded, counted, "the denominator exclusions and the numerator", place, problems);
        shared(excluded, excepted, "the denominator exclusions and the denominator exceptions", place, problems);
        shared(enough, excepted, "the numerator and the denominator exceptions", place, problems);
    }

    private void shared(Set<String> one, Set<String> other, String both, Place place, List<Problem> problems) {
        one.stream()
                .filter(other::contains)
                .forEach(name -> problems.add(new Problem(code(), place, "'" + name + "' decides " + both + ".")));
    }

    private void rates(MeasureDefinition measure, Place place, List<Problem> problems) {
        List<Rate> narrowed =
                measure.rates().stream().filter(rate -> !rate.only().isEmpty()).toList();
        for (int i = 0; i < narrowed.size(); i++) {
            for (Rate later : narrowed.subList(i + 1, narrowed.size())) {
                Rate earlier = narrowed.get(i);
                if (cross(ages(measure, earlier), ages(measure, later))) {
                    problems.add(new Problem(
                            code(),
                            place,
                            "The ages of the rates '" + earlier.id() + "' and '" + later.id() + "' overlap."));
                }
            }
        }
    }

    private static List<AgeClause> ages(MeasureDefinition measure, Rate rate) {
        return Ages.of(measure, measure.definition(rate.only()).clause());
    }

    private static boolean cross(List<AgeClause> some, List<AgeClause> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> Ages.cross(one, other)));
    }
}
