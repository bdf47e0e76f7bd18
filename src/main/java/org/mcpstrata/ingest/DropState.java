package org.mcpstrata.ingest;

/** What became of a drop; each drop is in exactly one state. */
public enum DropState {
    /** No manifest yet: nothing was read. */
    PENDING,
    /** Its structure is wrong: nothing of it counts. */
    REJECTED,
    /** Too many of its lines are wrong: nothing of it counts. */
    QUARANTINED,
    ACCEPTED,
    /** A newer drop of its payer took its place. */
    SUPERSEDED
}
