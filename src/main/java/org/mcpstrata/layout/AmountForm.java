package org.mcpstrata.layout;

/** How one APCD file writes amounts (drop-contract.md, details); decided per file, never per field. */
public enum AmountForm {
    /** Dollars with a point. */
    POINT,
    /** Cents: the last two digits are decimals. */
    IMPLIED
}
