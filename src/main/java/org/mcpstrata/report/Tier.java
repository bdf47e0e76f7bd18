package org.mcpstrata.report;

/** Who may read a page. */
public enum Tier {
    /** Complete: small groups can reveal a person. */
    RESTRICTED,
    /** Made from the tables of a release, in which what could reveal a person is hidden. */
    PUBLIC
}
