package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which rates a program scores a practice on, by its track and type. Everybody is measured by everything; this only says
 * what a program holds a practice to.
 */
public record ScoringRule(List<Participants> participants) implements Serializable {
    /** A program that says nothing about tracks and types. */
    public static final ScoringRule NONE = new ScoringRule(List.of());

    public ScoringRule {
        participants = List.copyOf(participants);
    }

    /**
     * Practices of one track and type.
     *
     * @param type STANDARD, FQHC or IHS_TRIBAL
     * @param measures scored on the rates of a period
     * @param improvements scored on the improvement over the year before
     */
    public record Participants(int track, String type, Set<String> measures, Set<String> improvements)
            implements Serializable {
        public Participants {
            requireNonNull(type, "type");
            measures = Set.copyOf(measures);
            improvements = Set.copyOf(improvements);
        }
    }

    /** Whether a practice is scored on a measure, or on its improvement; stand-ins for unattributed people never are. */
    public boolean isScored(Practice practice, String measureId, boolean improvement) {
        return participants.stream()
                .filter(kind -> kind.track() == practice.track() && kind.type().equals(practice.participantType()))
                .anyMatch(kind -> (improvement ? kind.improvements() : kind.measures()).contains(measureId));
    }
}
