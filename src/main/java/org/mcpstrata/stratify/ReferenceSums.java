package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What the whole program, whoever pays, came to in one risk cell; the rates of the run's own population are made of it.
 *
 * @param people of the performance denominator
 */
record ReferenceSums(long people, BigDecimal observation, BigDecimal exposure) {
    static final ReferenceSums NONE = new ReferenceSums(0, BigDecimal.ZERO, BigDecimal.ZERO);

    ReferenceSums {
        requireNonNull(observation, "observation");
        requireNonNull(exposure, "exposure");
    }

    ReferenceSums plus(ReferenceSums other) {
        return new ReferenceSums(
                people + other.people, observation.add(other.observation), exposure.add(other.exposure));
    }
}
