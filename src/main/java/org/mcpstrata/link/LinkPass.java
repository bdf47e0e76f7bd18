package org.mcpstrata.link;

/**
 * The passes of linking, in order: what an earlier pass joined, a later one never takes apart (founding decision 2).
 */
public enum LinkPass {
    /** The same Medicare Beneficiary Identifier, with its history. */
    MBI,
    /** A payer's own statement that its member is another payer's member. */
    CROSSWALK,
    /** Last name, first name, birth date and sex, hashed. */
    NAME_SEX,
    /** Last name, first name, birth date and five-digit ZIP code, hashed. */
    NAME_ZIP,
    /** Sound of the last name, first three letters of the first name, birth date and sex, hashed. */
    NAME_SOUND;

    /** Whether the pass compares names: such links hold between payers only. */
    public boolean byName() {
        return this != MBI && this != CROSSWALK;
    }
}
