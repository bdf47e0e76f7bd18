package org.mcpstrata.model;

/** What the latest screening for a social need came to; of several on one day the first here decides. */
public enum Screening {
    /** An answer that names a need. */
    POSITIVE,
    /** An answer that no table understands: it may name a need. */
    UNMAPPED,
    /** Answered in part, so that no score can be told. */
    UNKNOWN,
    NEGATIVE,
    /** Asked, and chose not to answer. */
    DECLINED,
    /** Nobody asked in the measurement period. */
    NOT_SCREENED
}
