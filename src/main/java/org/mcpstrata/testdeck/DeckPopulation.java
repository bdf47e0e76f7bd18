package org.mcpstrata.testdeck;

import java.util.Locale;
import java.util.Optional;

/** Populations by their FHIR names, in the order in which they are asked. */
public enum DeckPopulation {
    INITIAL_POPULATION,
    DENOMINATOR,
    DENOMINATOR_EXCLUSION,
    NUMERATOR,
    DENOMINATOR_EXCEPTION;

    /** The FHIR code, for example {@code initial-population}. */
    public String code() {
        return column().replace('_', '-');
    }

    /** The column of {@code member_result}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeckPopulation> of(String code) {
        for (DeckPopulation population : values()) {
            if (population.code().equals(code)) {
                return Optional.of(population);
            }
        }
        return Optional.empty();
    }
}
