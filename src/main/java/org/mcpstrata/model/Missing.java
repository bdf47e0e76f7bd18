package org.mcpstrata.model;

/** Kinds of "no value" that never collapse into one another before the public tier (founding decision 23). */
public enum Missing {
    DECLINED,
    ASKED_UNKNOWN,
    UNKNOWN,
    NOT_ASKED,
    NO_INFORMATION,
    /** A code that no table maps. */
    UNMAPPED,
    NOT_APPLICABLE
}
