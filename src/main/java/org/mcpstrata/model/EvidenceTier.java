package org.mcpstrata.model;

/** How an answer of a person came about, the most trusted first (stratification.md 2.2). */
public enum EvidenceTier {
    /** The person said so: in the practice, or on a form for health-related social needs. */
    SELF_REPORT,
    /** The person said so when enrolling. */
    SELF_REPORT_ENROLLMENT,
    /** From a payer's files, where nobody can say how it came there. */
    ADMINISTRATIVE,
    /** Inferred by somebody, not given. */
    INDIRECT_LABEL;

    /** Whether the person gave the answer. */
    public boolean isSelfReport() {
        return switch (this) {
            case SELF_REPORT, SELF_REPORT_ENROLLMENT -> true;
            case ADMINISTRATIVE, INDIRECT_LABEL -> false;
        };
    }
}
