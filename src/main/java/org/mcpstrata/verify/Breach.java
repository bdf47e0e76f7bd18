package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

/** What can be wrong with a release, with the part of the statement that it breaks. */
public enum Breach {
    SMALL_COUNT_SHOWN("S0", "a count of 1 to the threshold is shown"),
    INTERVAL_TOO_NARROW("S1", "a hidden count follows too closely from what is published"),
    DIFFERENCE_FOLLOWS("S1", "a difference that nobody prints can be small and follows too closely"),
    NOT_PROVEN("S1", "it could not be proven that the count cannot be worked out; unproven is unsafe"),
    SMALL_RESIDUAL("S2", "what a sum leaves for its hidden parts is 1 to the threshold"),
    SMALL_CHANGE("S2", "a shown count changed since an earlier release by 1 to the threshold"),
    DERIVED_FROM_HIDDEN("S3", "a figure is shown that is made from a hidden count"),
    FIGURE_DIFFERS("S3", "a figure is not what the shown counts give"),
    FIGURE_TOO_FINE("S3", "a figure made of amounts is not rounded"),
    NEVER_PUBLIC("S3", "a column holds values that are never public"),
    SECOND_MARKER("S4", "hidden fields are marked in more than one way"),
    MARKER_DISAGREES("S4", "marker, list of hidden fields and nulls do not agree"),
    UNKNOWN_COLUMN("S4", "a column that the contract does not name"),
    UNKNOWN_FILE("S4", "a file that the contract does not name"),
    PAYER_NAMED("ROWS", "a row of one payer is published"),
    NOT_FOR_PUBLICATION("ROWS", "a row that the contract leaves out is published"),
    PERSON_LEVEL("ROWS", "a column or table of persons is published"),
    DATE_TOO_FINE("ROWS", "a date is not the beginning or end of the period"),
    DUPLICATE_ROW("ROWS", "the same cell is published twice"),
    DOES_NOT_ADD_UP("SUMS", "shown counts contradict one another"),
    NOT_DESCRIBED("SUMS", "the dimension tables do not say how these rows add up"),
    PROGRAMS_DIFFER(
            "SUMS",
            "two programs of one period each have measures of their own; what they show together is not proven");

    private final String part;
    private final String meaning;

    Breach(String part, String meaning) {
        this.part = requireNonNull(part, "part");
        this.meaning = requireNonNull(meaning, "meaning");
    }

    /** S0 to S4 of the statement, ROWS for what may be published at all, SUMS for what must add up. */
    public String part() {
        return part;
    }

    public String meaning() {
        return meaning;
    }
}
