package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AllOf;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Rate;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Ages that nobody has: from above to, or two ages that must hold together and exclude one another. */
final class ContradictoryAges implements LintRule {
    private static final int OLDEST = 200;

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        definitions.measures().values().forEach(set -> set.measures().values().forEach(measure -> {
            measure.definitions().values().forEach(definition -> check(measure, definition, problems));
            population(measure, problems);
        }));
        return problems;
    }

    private static void check(MeasureDefinition measure, Definition definition, List<Problem> problems) {
        Clause clause = definition.clause();
        if (clause instanceof AgeClause || clause instanceof AllOf) {
            List<AgeClause> ages = new ArrayList<>();
            collect(measure, clause, ages);
            report(ages, definition.place(), problems);
        }
    }

    private static void population(MeasureDefinition measure, List<Problem> problems) {
        for (Rate rate : measure.rates()) {
            List<AgeClause> ages = new ArrayList<>();
            collect(measure, measure.populations().initialPopulation(), ages);
            if (!rate.only().isEmpty()) {
                collect(measure, measure.definition(rate.only()).clause(), ages);
            }
            report(ages, Place.of(measure.id()).atField("rates > " + rate.id()), problems);
        }
    }

    /** The ages that must hold together. */
    private static void collect(MeasureDefinition measure, Clause clause, List<AgeClause> ages) {
        if (clause instanceof AgeClause age) {
            ages.add(age);
        } else if (clause instanceof AllOf all) {
            all.uses().forEach(name -> collect(measure, measure.definition(name).clause(), ages));
        }
    }

    private static void report(List<AgeClause> ages, Place place, List<Problem> problems) {
        for (AgeClause first : ages) {
            for (AgeClause second : ages) {
                boolean sameDay = first.at().equals(second.at());
                if (sameDay && lowest(first) > highest(second)) {
                    problems.add(new Problem(
                            ProblemCode.DEFINITION_INVALID,
                            place,
                            "Nobody is at least " + lowest(first) + " and at most " + highest(second) + " years old."));
                    return;
                }
            }
        }
    }

    private static int lowest(AgeClause age) {
        return age.from() == null ? 0 : age.from();
    }

    private static int highest(AgeClause age) {
        return age.to() == null ? OLDEST : age.to();
    }
}
