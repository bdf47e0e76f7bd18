package org.mcpstrata.model;

import java.io.Serializable;
import java.util.Optional;

/**
 * What is settled of a person only where a program wants results by it.
 *
 * @param probabilities by the model of the program; null where nobody sent any
 * @param county of residence at the period's end, as its five-digit FIPS code or as state and name; null where nobody told it
 * @param needs what screenings for social needs came to; null where nobody wants results by it
 */
public record OptionalFacts(GroupProbabilities probabilities, String county, SocialNeeds needs)
        implements Serializable {
    /** Of somebody of whom nothing of this is known, or wanted. */
    public static final OptionalFacts NONE = new OptionalFacts(null, null, null);

    /** Without screenings for social needs. */
    public OptionalFacts(GroupProbabilities probabilities, String county) {
        this(probabilities, county, null);
    }

    /** How probably the person belongs to each group of race and ethnicity. */
    public Optional<GroupProbabilities> groups() {
        return Optional.ofNullable(probabilities);
    }

    /** What screenings for social needs came to. */
    public Optional<SocialNeeds> screened() {
        return Optional.ofNullable(needs);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "optional facts of a person";
    }
}
