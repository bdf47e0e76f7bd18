package org.mcpstrata.stratify;

/** Whose result a row is. Practices sum to their state, states to the program. */
public enum EntityType {
    PRACTICE,
    STATE,
    PROGRAM
}
