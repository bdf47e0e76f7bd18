package org.mcpstrata.evaluate;

import java.util.List;

/**
 * What one definition says of one person.
 *
 * @param holds its truth; of events and of an event, whether there is one
 * @param found events, the one event, or the events that decided a truth; also for a truth that does not hold
 * @param day of a definition that gives a day, else {@link Span#UNKNOWN}
 */
record Answer(boolean holds, List<Found> found, int day) {
    static final Answer YES = new Answer(true, List.of(), Span.UNKNOWN);
    static final Answer NO = new Answer(false, List.of(), Span.UNKNOWN);

    Answer {
        found = List.copyOf(found);
    }

    static Answer of(boolean holds) {
        return holds ? YES : NO;
    }

    static Answer of(List<Found> found) {
        return found.isEmpty() ? NO : new Answer(true, found, Span.UNKNOWN);
    }

    static Answer ofDay(int day) {
        return day == Span.UNKNOWN ? NO : new Answer(true, List.of(), day);
    }
}
