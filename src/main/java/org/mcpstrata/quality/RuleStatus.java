package org.mcpstrata.quality;

/** How a rule came out for a drop or a payer. */
public enum RuleStatus {
    /** Within its threshold. */
    PASS,
    /** Beyond its threshold; results are not touched. */
    WARN,
    /** Beyond its threshold; the results it touches are marked or blocked. */
    FAIL,
    /** There was nothing to look at. */
    NO_DATA
}
