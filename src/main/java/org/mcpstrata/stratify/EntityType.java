package org.mcpstrata.stratify;

/** Whose result a row is. Practices sum to their state, states to the program. */
public enum EntityType {
    /** The county people live in, wherever their practice lies; only where a program wants it. */
    COUNTY,
    PRACTICE,
    STATE,
    PROGRAM,
    /** The practices of one tax identification number; only where a program wants it. */
    TIN;

    /** The entity of people whose county nobody told, and of practices whose number nobody told. */
    static final String UNKNOWN = "UNKNOWN";

    /** Whether results are there only where a program wants them: of all payers together, without crossings. */
    public boolean isOptional() {
        return switch (this) {
            case COUNTY, TIN -> true;
            case PRACTICE, STATE, PROGRAM -> false;
        };
    }
}
