package org.mcpstrata.layout;

/** How a delivered field is written. */
enum FieldForm {
    /** Left-justified text. */
    TEXT,
    /** Digits over the whole width. */
    DIGITS,
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** {@code yyyyMMdd}. */
    DATE8,
    /** {@code dd-MMM-yyyy}, the month as the first three letters of its English name in any case. */
    DATE11,
    /** A number with its own decimal point and a minus sign where negative. */
    DECIMAL,
    /** Dollars in the form of the file: with a point, or with two implied decimals. */
    AMOUNT;

    /** Whether values fill the field, so that a line ending inside it was cut. */
    boolean fillsWidth() {
        return this != TEXT;
    }
}
