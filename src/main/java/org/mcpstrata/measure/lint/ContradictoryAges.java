package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Ages that nobody has: from above to, or two ages that must hold together and exclude one another. */
final class ContradictoryAges implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.CONTRADICTORY_AGES;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        MeasureClauses.forEach(
                definitions,
                (measure, definition) -> report(Ages.of(measure, definition.clause()), definition.place(), problems));
        definitions.measures().values().forEach(set -> set.measures().values().forEach(measure -> measure.rates()
                .forEach(rate -> check(definitions, measure, rate, problems))));
        return problems;
    }

    private void check(Definitions definitions, MeasureDefinition measure, Rate rate, List<Problem> problems) {
        List<AgeClause> ages =
                new ArrayList<>(Ages.of(measure, measure.populations().initialPopulation()));
        if (!rate.only().isEmpty()) {
            ages.addAll(Ages.of(measure, measure.definition(rate.only()).clause()));
        }
        report(ages, definitions.place(measure, "rates").atField("rates > " + rate.id()), problems);
    }

    private void report(List<AgeClause> ages, Place place, List<Problem> problems) {
        Ages.contradiction(ages).ifPresent(detail -> problems.add(new Problem(code(), place, detail)));
    }
}
