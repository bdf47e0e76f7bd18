package org.mcpstrata.measure.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Window;
import org.mcpstrata.problem.Place;
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
        WindowPlaces places = new WindowPlaces(definitions.files());
        definitions.measures().forEach((year, set) -> set.measures().values().forEach(measure -> measure.definitions()
                .values()
                .forEach(definition -> check(definition, set.period(), places, problems))));
        return problems;
    }

    private static void check(
            Definition definition, MeasurementPeriod period, WindowPlaces places, List<Problem> problems) {
        Clause clause = definition.clause();
        for (Window window : windows(clause)) {
            if (endsBeforeItBegins(window, period)) {
                problem(problems, places.written(definition, window), "The window ends before it begins.");
            }
            boolean needsEnds = clause instanceof CoverageClause || clause instanceof StayClause;
            if (needsEnds && (window.from() == null || window.to() == null)) {
                problem(problems, places.used(definition, window), "The window needs a beginning and an end here.");
            }
        }
    }

    /** A window at an event is held against an event of one day; one from the period to an event depends on the event. */
    private static boolean endsBeforeItBegins(Window window, MeasurementPeriod period) {
        if (window.from() == null || window.to() == null) {
            return false;
        } else if (window.event().isEmpty()) {
            return window.firstDay(period).isAfter(window.lastDay(period));
        } else if (window.from().isOfPeriod() || window.to().isOfPeriod()) {
            return false;
        }
        LocalDate first = window.from().shifted(period.start());
        LocalDate last = window.to().shifted(period.start());
        return window.endIncluded() ? first.isAfter(last) : !first.isBefore(last);
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
        } else if (clause instanceof AmongClause among) {
            return among.timing() == null ? List.of() : List.of(among.timing().window());
        } else if (clause instanceof DeathClause death) {
            return List.of(death.during());
        }
        return List.of();
    }

    private static void problem(List<Problem> problems, Place place, String detail) {
        problems.add(new Problem(ProblemCode.IMPOSSIBLE_WINDOW, place, detail));
    }
}
