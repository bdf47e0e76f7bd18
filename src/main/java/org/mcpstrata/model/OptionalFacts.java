package org.mcpstrata.model;

import java.io.Serializable;
import java.util.Optional;

/**
 * What is settled of a person only where a program wants results by it.
 *
 * @param probabilities by the model of the program; null where nobody sent any
 * @param county of residence at the period's end, as its five-digit FIPS code or as state and name; null where nobody told it
 */
public record OptionalFacts(GroupProbabilities probabilities, String county) implements Serializable {
    /** Of somebody of whom nothing of this is known, or wanted. */
    public static final OptionalFacts NONE = new OptionalFacts(null, null);

    /** How probably the person belongs to each group of race and ethnicity. */
    public Optional<GroupProbabilities> groups() {
        return Optional.ofNullable(probabilities);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "optional facts of a person";
    }
}
