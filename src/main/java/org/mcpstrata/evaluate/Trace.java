package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.model.DefinitionAnswer;
import org.mcpstrata.valueset.ValueSets;

/** The answers of one person to every definition of a measure, in full: a verdict keeps only those that decided. */
final class Trace {
    private final PersonAnswers answers;
    private final Events events;
    private final ValueSets valueSets;
    private final Set<Integer> asked = new HashSet<>();
    private final List<DefinitionAnswer> trace = new ArrayList<>();

    Trace(PersonAnswers answers, Events events, ValueSets valueSets) {
        this.answers = requireNonNull(answers, "answers");
        this.events = requireNonNull(events, "events");
        this.valueSets = requireNonNull(valueSets, "valueSets");
    }

    /** The definitions at these places and all they are built on, each once, a definition before what it is built on. */
    List<DefinitionAnswer> of(List<Integer> places) {
        places.forEach(this::ask);
        return List.copyOf(trace);
    }

    private void ask(int place) {
        if (!asked.add(place)) {
            return;
        }
        Node node = answers.node(place);
        Answer answer = answers.of(place);
        String name = node.definition().name();
        trace.add(new DefinitionAnswer(
                name,
                answer.holds(),
                answer.day() == Span.UNKNOWN ? null : LocalDate.ofEpochDay(answer.day()),
                seen(name, answer.found()),
                seen(name, otherDays(node, answer))));
        for (int used : node.uses()) {
            ask(used);
        }
    }

    private List<Found> otherDays(Node node, Answer answer) {
        if (answer.holds() || !(node.definition().clause() instanceof EventClause clause) || clause.timing() == null) {
            return List.of();
        }
        return new EventQuery(clause.atAnyTime(), valueSets, answers.period()).in(events, null);
    }

    private static List<DefinitionAnswer.Seen> seen(String name, List<Found> found) {
        List<DefinitionAnswer.Seen> seen = new ArrayList<>();
        for (Found event : found) {
            seen.add(
                    new DefinitionAnswer.Seen(event.evidence(name), event.span().lastDate()));
        }
        return seen;
    }
}
