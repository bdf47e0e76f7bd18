package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Window;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.time.MeasurementPeriod;

/** A window that ends before it begins, and windows without an end where one is needed. */
final class ImpossibleWindows implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.IMPOSSIBLE_WINDOW;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        definitions.measures().forEach((year, set) -> set.measures().values().forEach(measure -> measure.definitions()
                .values()
                .forEach(definition -> check(definition, set.period(), problems))));
        return problems;
    }

    private static void check(Definition definition, MeasurementPeriod period, List<Problem> problems) {
        Clause clause = definition.clause();
        for (Window window : windows(clause)) {
            if (window.firstDay(period).isAfter(window.lastDay(period))) {
                problem(problems, definition, "The window ends before it begins.");
            }
            boolean needsEnds = clause instanceof CoverageClause || clause instanceof StayClause;
            if (needsEnds && (window.from() == null || window.to() == null)) {
                problem(problems, definition, "The window needs a beginning and an end here.");
            }
        }
    }

    private static List<Window> windows(Clause clause) {
        if (clause instanceof EventClause event) {
            Window timing = event.timing() == null ? null : event.timing().window();
            return Stream.of(timing, event.claims().diagnosisSince())
                    .filter(Objects::nonNull)
                    .toList();
        } else if (clause instanceof CoverageClause coverage) {
            return List.of(coverage.during());
        } else if (clause instanceof StayClause stay) {
            return List.of(stay.during());
        }
        return List.of();
    }

    private static void problem(List<Problem> problems, Definition definition, String detail) {
        problems.add(new Problem(ProblemCode.IMPOSSIBLE_WINDOW, definition.place(), detail));
    }
}
