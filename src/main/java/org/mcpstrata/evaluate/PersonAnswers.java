package org.mcpstrata.evaluate;

import java.util.List;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.time.MeasurementPeriod;

/** The answers of one person to every definition, each found at most once. */
final class PersonAnswers {
    private final Node[] nodes;
    private final MeasurementPeriod period;
    private final Values values;
    private final Person person;
    private final Events events;
    private final Answer[] answers;

    PersonAnswers(Node[] nodes, MeasurementPeriod period, Values values, Person person, Events events) {
        this.nodes = nodes;
        this.period = period;
        this.values = values;
        this.person = person;
        this.events = events;
        this.answers = new Answer[nodes.length];
    }

    MeasurementPeriod period() {
        return period;
    }

    /** The survey response that a definition found, or null. */
    SurveyResponse response(int place) {
        List<Found> found = of(place).found();
        return found.isEmpty() ? null : events.surveys().response(found.get(0).event());
    }

    Node node(int place) {
        return nodes[place];
    }

    /** The answer of a node, remembered for the next time. */
    Answer of(int place) {
        if (answers[place] == null) {
            answers[place] = nodes[place].definition().clause().in(new Question(this, nodes[place]));
        }
        return answers[place];
    }

    boolean holds(int place) {
        return of(place).holds();
    }

    /** How many of some definitions hold. */
    int holding(int[] places) {
        int holding = 0;
        for (int place : places) {
            holding += holds(place) ? 1 : 0;
        }
        return holding;
    }

    /** What events say, without when. */
    Values values() {
        return values;
    }

    Person person() {
        return person;
    }

    Events events() {
        return events;
    }
}
