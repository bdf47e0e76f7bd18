package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An invented person with everything any payer or registry may write down about them.
 *
 * @param seed of the population
 * @param practice where the person goes, attributed or not
 * @param attributions empty for people no payer attributes
 */
record SyntheticPerson(
        long seed,
        Profile profile,
        Coverage coverage,
        PracticeSite practice,
        List<Attribution> attributions,
        CareHistory care) {
    SyntheticPerson {
        requireNonNull(profile, "profile");
        requireNonNull(coverage, "coverage");
        requireNonNull(practice, "practice");
        attributions = List.copyOf(attributions);
        requireNonNull(care, "care");
    }

    /** Choices of the clerk who writes a person's paper; {@code desk} tells the clerks apart. */
    Draw clerk(int desk) {
        return Draw.of(seed, profile.number(), 100L + desk);
    }

    int number() {
        return profile.number();
    }
}
