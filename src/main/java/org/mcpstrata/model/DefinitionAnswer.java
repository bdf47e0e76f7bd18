package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What one named definition of a measure says of one person, for explaining a verdict.
 *
 * @param holds its truth; of events and of a day, whether there is one
 * @param day of a definition that gives a day; else null
 * @param events the events it found, or that decided it, in order; also of a truth that does not hold
 * @param otherDays where it asks for events and found none: events that differ from what was asked only by their days
 */
public record DefinitionAnswer(
        String definition, boolean holds, LocalDate day, List<Seen> events, List<Seen> otherDays) {
    public DefinitionAnswer {
        requireNonNull(definition, "definition");
        events = List.copyOf(events);
        otherDays = List.copyOf(otherDays);
    }

    /**
     * One event as a definition sees it.
     *
     * @param lastDay null where it has no end, or none is known
     */
    public record Seen(Evidence event, LocalDate lastDay) {
        public Seen {
            requireNonNull(event, "event");
        }

        /** Never a value of a person. */
        @Override
        public String toString() {
            return event.toString();
        }
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "an answer to " + definition;
    }
}
