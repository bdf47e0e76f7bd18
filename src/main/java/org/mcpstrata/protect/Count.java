package org.mcpstrata.protect;

import java.util.Locale;

/** The counts of a row: what is protected. Everything else in a row is made from them. */
enum Count {
    INITIAL_POPULATION,
    DENOMINATOR,
    DENOMINATOR_EXCLUSION,
    DENOMINATOR_EXCEPTION,
    PERFORMANCE_DENOMINATOR,
    NUMERATOR,
    NOT_MET,
    OBSERVATION_SUM;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
