package org.mcpstrata.synthetic;

/** What becomes of a claim after it was first paid. */
enum Fate {
    PAID,
    /** Refused as a whole: it proves nothing but its quality codes (founding decision 9). */
    DENIED,
    /** Sent first with a mistake, then withdrawn and sent again corrected. */
    CORRECTED,
    /** Withdrawn for good: as if it had never been. */
    WITHDRAWN
}
