package org.mcpstrata.stratify.compare;

/** Whether a comparison may be drawn, and if not, why; the first that applies. */
public enum ComparisonState {
    OK,
    SELF,
    NO_COMPARATOR,
    INSUFFICIENT_COMPLETENESS,
    LOW_N
}
