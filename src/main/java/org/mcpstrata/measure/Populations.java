package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * The populations of a measure, each {@code all}, {@code any} or {@code none} of named definitions; in that order they
 * become the reasons of a verdict.
 *
 * @param denominator the same clause as the initial population where the file says so
 * @param denominatorExclusion {@code any} of nothing where a measure has none
 * @param denominatorException {@code any} of nothing where a measure has none
 * @param numerator null for measures that observe something instead
 */
public record Populations(
        Combination initialPopulation,
        Combination denominator,
        Combination denominatorExclusion,
        Combination denominatorException,
        Combination numerator)
        implements Serializable {
    /** What a measure without exclusions or exceptions has. */
    public static final Combination NOBODY = Combination.any(List.of());

    public Populations {
        requireNonNull(initialPopulation, "initialPopulation");
        requireNonNull(denominator, "denominator");
        requireNonNull(denominatorExclusion, "denominatorExclusion");
        requireNonNull(denominatorException, "denominatorException");
    }
}
