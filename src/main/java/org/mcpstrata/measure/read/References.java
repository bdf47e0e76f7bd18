package org.mcpstrata.measure.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.Populations;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Window;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Checks that every name a measure uses exists, gives the kind of answer that is needed, and does not lead to itself. */
final class References {
    private final MeasureDefinition measure;
    private final SourceFile file;
    private final Map<String, Node> definitions;
    private final Problems problems;

    /** @param definitions the definitions as the measure's file and its libraries write them, by name */
    References(MeasureDefinition measure, SourceFile file, Map<String, Node> definitions, Problems problems) {
        this.measure = measure;
        this.file = file;
        this.definitions = Map.copyOf(definitions);
        this.problems = problems;
    }

    void check() {
        Populations populations = measure.populations();
        List<String> used = new ArrayList<>();
        for (Clause clause : List.of(
                populations.initialPopulation(),
                populations.denominator(),
                populations.denominatorExclusion(),
                populations.denominatorException())) {
            used.addAll(clause.uses());
        }
        if (populations.numerator() != null) {
            used.addAll(populations.numerator().uses());
        }
        used.forEach(name -> need(file.root().fields().get("populations"), name, Need.TRUTHS));
        for (Section rate : file.root().sections("rates")) {
            need(rate, "only", Need.TRUTHS);
            need(rate, "without", Need.TRUTHS);
        }
        need(file.root(), "sufficient when", Need.TRUTHS);
        need(file.root(), "partial when", Need.TRUTHS);
        file.root().section("observed").ifPresent(observed -> {
            need(observed, "count", Need.EVENTS);
            need(observed, "responses", Need.TRUTHS);
            need(observed, "item means of", Need.TRUTHS);
        });
        measure.definitions().values().forEach(this::check);
        measure.definitions().values().forEach(this::checkCircle);
    }

    private void check(Definition definition) {
        Node user = definitions.get(definition.name());
        Clause clause = definition.clause();
        Need.of(clause).forEach(need -> need(user, need.name(), need.kinds()));
        windows(clause).forEach(window -> window.event()
                .ifPresent(name -> problem(
                        user.placeOf(name).orElse(user.place()),
                        "The window lies at '" + name
                                + "', but this clause needs one that is the same for everybody.")));
    }

    /** Windows that must be the same for everybody. */
    private static List<Window> windows(Clause clause) {
        if (clause instanceof CoverageClause coverage) {
            return List.of(coverage.during());
        } else if (clause instanceof StayClause stay) {
            return List.of(stay.during());
        } else if (clause instanceof EventClause event && event.claims().diagnosisSince() != null) {
            return List.of(event.claims().diagnosisSince());
        }
        return List.of();
    }

    /** The name that stands under a key, where the key is there. */
    private void need(Section section, String key, Set<Clause.Kind> kinds) {
        section.text(key).ifPresent(name -> need(section.fields().get(key), name, kinds));
    }

    private void need(Node user, String name, Set<Clause.Kind> kinds) {
        Place place = user.placeOf(name).orElse(user.place());
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
        for (Clause.Kind kind : List.of(Clause.Kind.TRUTH, Clause.Kind.EVENTS)) {
            if (kinds.contains(kind)) {
                return word(kind);
            }
        }
        return word(kinds.iterator().next());
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
