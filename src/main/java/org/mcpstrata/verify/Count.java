package org.mcpstrata.verify;

import java.util.List;
import java.util.Locale;

/** The counts of a row (public-tier.md, Counts and what else). */
enum Count {
    INITIAL_POPULATION,
    DENOMINATOR,
    DENOMINATOR_EXCLUSION,
    DENOMINATOR_EXCEPTION,
    PERFORMANCE_DENOMINATOR,
    NUMERATOR,
    NOT_MET,
    /** Of rates of events only. */
    OBSERVATION_SUM;

    static final List<Count> ALL = List.of(values());

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is published of practices; almost all else of theirs is small. */
    boolean isOfPractices() {
        return switch (this) {
            case PERFORMANCE_DENOMINATOR, NUMERATOR, NOT_MET, OBSERVATION_SUM -> true;
            case INITIAL_POPULATION, DENOMINATOR, DENOMINATOR_EXCLUSION, DENOMINATOR_EXCEPTION -> false;
        };
    }

    /** Whether rows of this scoring and kind of entity have it. */
    boolean isCountOf(String scoring, String entityType) {
        return isCountOf(scoring) && (isOfPractices() || !entityType.equals(Cell.PRACTICE));
    }

    /** Whether rows of this scoring have it. */
    boolean isCountOf(String scoring) {
        return switch (this) {
            case INITIAL_POPULATION,
                    DENOMINATOR,
                    DENOMINATOR_EXCLUSION,
                    DENOMINATOR_EXCEPTION,
                    PERFORMANCE_DENOMINATOR -> true;
            case NUMERATOR, NOT_MET -> scoring.equals("PROPORTION");
            case OBSERVATION_SUM -> scoring.equals("RATE");
        };
    }
}
