package org.mcpstrata.model;

/** What a stratum is compared with (stratification.md 4.2), in the order of the table. */
public enum ComparedWith {
    /** The best value of a stratum with enough people: for description, since it was chosen for its value. */
    BEST,
    /** The reference group of the program file. */
    FIXED_REF,
    /** Everybody, the stratum included. */
    OVERALL,
    /** Everyone else of known value. */
    REST;

    /** Whether the difference has an interval where the two groups share nobody. */
    public boolean hasInterval() {
        return this == FIXED_REF || this == REST;
    }
}
