package org.mcpstrata.canonicalize;

/** What became of a delivered claim row or claim version. Every one has exactly one fate. */
public enum Fate {
    /** It counts. */
    FINAL_ACTION,
    /** The same row of the same version, delivered again by a newer drop or repeated on another line of its claim. */
    REDELIVERED,
    /** A newer version, or a claim that replaces it, stands in its place. */
    SUPERSEDED,
    /** A cancellation that found its claim, or the claim that it withdrew. */
    VOIDED,
    /** A cancellation without a claim to withdraw. */
    ORPHANED_VOID,
    /** A line whose claim header was never delivered. */
    HEADERLESS
}
