package org.mcpstrata.stratify;

import java.util.List;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ResolvedAttribute;

/**
 * Whether a person belongs to a tribe or is cared for by the Indian Health Service or a Tribal facility
 * (stratification.md 1.3). Where somebody is cared for tells nothing of who they are: it counts for people who are
 * American Indian or Alaska Native by their own or their payer's word.
 */
final class TribalFact {
    private static final String NATIVE = "AIAN";
    private static final String NO_TRIBE = "NONE";
    private static final String TRIBAL_PRACTICE = "IHS_TRIBAL";
    private static final List<String> HISPANIC_ALONE = List.of("HISPANIC");

    private TribalFact() {}

    /** AIAN_TRIBAL_OR_IHS, AIAN_OTHER, NOT_AIAN, or the name of a missing kind. */
    static String of(Person person) {
        if (person.attribute(Attribute.TRIBAL_AFFILIATION).values().stream()
                .anyMatch(tribe -> !tribe.equals(NO_TRIBE))) {
            return "AIAN_TRIBAL_OR_IHS";
        }
        ResolvedAttribute race = person.attribute(Attribute.RACE_ETHNICITY);
        if (!race.isAnswered()) {
            return race.missing().name();
        }
        if (!race.values().contains(NATIVE)) {
            // Who answered the separate question on Hispanic origin alone has told no race.
            boolean toldNoRace = race.values().equals(HISPANIC_ALONE) && !race.collectedUnder2024();
            return toldNoRace ? Missing.UNKNOWN.name() : "NOT_AIAN";
        }
        boolean caredForThere = person.monthlyPractices().values().stream()
                .anyMatch(practice -> practice.participantType().equals(TRIBAL_PRACTICE));
        return caredForThere ? "AIAN_TRIBAL_OR_IHS" : "AIAN_OTHER";
    }
}
