package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Band;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A threshold in another unit than the result it is compared with, or a coded band in another unit than its result. */
final class UnequalUnits implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.UNEQUAL_UNITS;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        MeasureClauses.forEach(definitions, (measure, definition) -> {
            Clause clause = definition.clause();
            if (clause instanceof ValueClause value) {
                compare(
                        measure,
                        definition,
                        value.is(),
                        measure.definition(value.of()).clause(),
                        problems);
            } else if (clause instanceof AmongClause among && among.value() != null) {
                compare(
                        measure,
                        definition,
                        among.value(),
                        measure.definition(among.of()).clause(),
                        problems);
            } else if (clause instanceof EventClause event) {
                if (event.value() != null) {
                    compare(measure, definition, event.value(), event, problems);
                }
                if (event.result() != null) {
                    bands(definition, event.result(), problems);
                }
            }
        });
        return problems;
    }

    private static void compare(
            MeasureDefinition measure, Definition definition, ValueTest test, Clause of, List<Problem> problems) {
        threshold(test).ifPresent(threshold -> {
            for (EventClause event : events(measure, of)) {
                if (event.result() != null && !event.result().unit().equals(threshold.unit())) {
                    problems.add(problem(
                            definition,
                            "The threshold is in '" + threshold.unit() + "', the result in '"
                                    + event.result().unit() + "'."));
                }
            }
        });
    }

    private static List<EventClause> events(MeasureDefinition measure, Clause clause) {
        if (clause instanceof EventClause event) {
            return List.of(event);
        } else if (clause instanceof MostRecent || clause instanceof FirstClause) {
            return clause.uses().stream()
                    .flatMap(name -> events(measure, measure.definition(name).clause()).stream())
                    .toList();
        } else if (clause instanceof AmongClause among) {
            return events(measure, measure.definition(among.of()).clause());
        } else if (clause instanceof TotalClause total) {
            return events(measure, measure.definition(total.of()).clause());
        }
        return List.of();
    }

    private static Optional<Threshold> threshold(ValueTest test) {
        if (test instanceof ValueTest.Compared compared) {
            return Optional.of(compared.threshold());
        } else if (test instanceof ValueTest.Undecided undecided) {
            return Optional.of(undecided.threshold());
        }
        return Optional.empty();
    }

    private static void bands(Definition definition, ResultDefinition result, List<Problem> problems) {
        result.coded().values().forEach(coded -> {
            Band band = coded.band();
            if (band != null && !band.unit().equals(result.unit())) {
                problems.add(problem(
                        definition, "The band of code " + coded.code() + " is not in '" + result.unit() + "'."));
            }
        });
        result.scored().stream()
                .filter(score -> !score.band().unit().equals(result.unit()))
                .forEach(score -> problems.add(
                        problem(definition, "The band of " + score.code() + " is not in '" + result.unit() + "'.")));
    }

    private static Problem problem(Definition definition, String detail) {
        return new Problem(ProblemCode.UNEQUAL_UNITS, definition.place(), detail);
    }
}
