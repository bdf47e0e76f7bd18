package org.mcpstrata.synthetic;

/** Medicaid beside Medicare, as it truly is (stratification.md 1.3). */
public enum Dual {
    FULL,
    PARTIAL,
    NON_DUAL,
    /** No Medicare at all. */
    NOT_APPLICABLE
}
