package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One reported rate of a measure: its populations, narrowed.
 *
 * @param id {@code overall} or the measure's own name
 * @param only a definition that the initial population must satisfy too, or empty
 * @param without a definition whose people are denominator exclusions too, or empty
 */
public record Rate(String id, String only, String without) implements Serializable {
    public static final Rate OVERALL = new Rate("overall", "", "");

    public Rate {
        requireNonNull(id, "id");
        requireNonNull(only, "only");
        requireNonNull(without, "without");
    }
}
