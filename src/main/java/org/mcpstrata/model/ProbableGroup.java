package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

/** The groups of a vector of race and ethnicity probabilities; one column of {@code race_probability} each. */
public enum ProbableGroup {
    WHITE("white"),
    BLACK("black"),
    HISPANIC("hispanic"),
    ASIAN_NHPI("asian_nhpi"),
    AIAN("aian"),
    MULTIRACIAL("multiracial");

    private final String column;

    ProbableGroup(String column) {
        this.column = requireNonNull(column, "column");
    }

    /** Its column in {@code race_probability}. */
    public String column() {
        return column;
    }
}
