package org.mcpstrata.link;

/** What a row of {@code link_report} counts. The order is the order of the table. */
public enum LinkMetric {
    MEMBERS(Section.PAYER, null),
    /** Persons the payer knows; a person of two payers is counted for both. */
    PERSONS(Section.PAYER, null),
    /** Members whose person another payer knows too. */
    MEMBERS_MATCHED(Section.PAYER, MEMBERS),

    /** Members of the first payer whose person the second payer knows too. */
    MEMBERS_MATCHED_THERE(Section.PAYER_PAIR, MEMBERS),
    PERSONS_SHARED(Section.PAYER_PAIR, PERSONS),

    /** Joins of two groups of members: members = persons + links. */
    LINKS(Section.PASS, null),
    /** Persons of several members, each under the weakest pass that was needed to bring them together. */
    PERSONS_JOINED(Section.PASS, PERSONS),
    PERSONS_ALONE(Section.PASS, PERSONS),

    PERSONS_OF_SIZE(Section.SIZE, PERSONS),

    /** Keys that one payer holds for two people, so that they identify neither. */
    KEYS_NOT_UNIQUE(Section.CONFLICT, null),
    /** Keys of more members than one person may have: they join nobody. */
    KEYS_TOO_COMMON(Section.CONFLICT, null),
    /** Groups of members that the keys of a name pass would join: joined, or refused for one reason. */
    GROUPS_PROPOSED(Section.CONFLICT, null),
    GROUPS_JOINED(Section.CONFLICT, GROUPS_PROPOSED),
    GROUPS_REFUSED_ONE_PAYER(Section.CONFLICT, GROUPS_PROPOSED),
    GROUPS_REFUSED_TOO_MANY(Section.CONFLICT, GROUPS_PROPOSED),
    GROUPS_REFUSED_TWO_MBIS(Section.CONFLICT, GROUPS_PROPOSED),
    GROUPS_REFUSED_BIRTH_DATES(Section.CONFLICT, GROUPS_PROPOSED),
    /** Groups that an identifier or a crosswalk joined and that stay joined, although they conflict. */
    GROUPS_KEPT_TOO_MANY(Section.CONFLICT, null),
    GROUPS_KEPT_TWO_MBIS(Section.CONFLICT, null),
    GROUPS_KEPT_BIRTH_DATES(Section.CONFLICT, null),

    PERSONS_TWO_BIRTH_YEARS(Section.PROBE, PERSONS_JOINED),
    PERSONS_TWO_SEXES(Section.PROBE, PERSONS_JOINED),
    PERSONS_TWO_CURRENT_MBIS(Section.PROBE, PERSONS_JOINED),
    PERSONS_TWO_MEMBERS_OF_ONE_PAYER(Section.PROBE, PERSONS_JOINED),
    PERSONS_TOO_MANY_MEMBERS(Section.PROBE, PERSONS_JOINED),
    /** Two members of one payer, both covered on one day of the period. */
    PERSONS_COVERED_TWICE_BY_ONE_PAYER(Section.PROBE, PERSONS_JOINED),
    /** Dead by the word of one member's payer, with a later claim of another member. */
    PERSONS_ALIVE_AND_DEAD(Section.PROBE, PERSONS_JOINED),

    /** Members whose person has another member. */
    MEMBERS_LINKED(Section.UNLINKED, MEMBERS),
    /** They have an identifier, a crosswalk or a whole name, and nobody else has the same. */
    MEMBERS_WITHOUT_PARTNER(Section.UNLINKED, MEMBERS),
    /** A row says who they are, but neither an identifier nor a whole name with a birth date. */
    MEMBERS_WITHOUT_KEYS(Section.UNLINKED, MEMBERS),
    /** Only rows about their care name them. */
    MEMBERS_WITHOUT_IDENTITY_ROW(Section.UNLINKED, MEMBERS),
    /** Lines of medical claims that reached a person. */
    CLAIM_LINES(Section.UNLINKED, null),
    /** A row says whose they are, but nothing by which another payer's member could be recognised. */
    CLAIM_LINES_WITHOUT_KEYS(Section.UNLINKED, CLAIM_LINES),
    CLAIM_LINES_WITHOUT_IDENTITY_ROW(Section.UNLINKED, CLAIM_LINES),
    /** Records of the accepted drops, as delivered. */
    RECORDS(Section.UNLINKED, null),
    /** Records refused because they name a member whom their drop does not describe. */
    RECORDS_REJECTED_ORPHAN(Section.UNLINKED, RECORDS),
    SURVEY_RESPONSES(Section.UNLINKED, null),
    /** Responses that name nobody: they count for a practice and are no persons. */
    SURVEY_RESPONSES_ANONYMOUS(Section.UNLINKED, SURVEY_RESPONSES);

    private final Section section;
    private final LinkMetric base;

    LinkMetric(Section section, LinkMetric base) {
        this.section = section;
        this.base = base;
    }

    /** The parts of the table. */
    public enum Section {
        PAYER,
        PAYER_PAIR,
        PASS,
        SIZE,
        CONFLICT,
        PROBE,
        UNLINKED
    }

    public Section section() {
        return section;
    }

    /** What it is a share of; null for what is no part of anything. */
    LinkMetric base() {
        return base;
    }

    /** Whether the count of all payers together is the sum of the payers' counts. */
    boolean addsUpOverPayers() {
        return this != PERSONS
                && this != SURVEY_RESPONSES
                && this != SURVEY_RESPONSES_ANONYMOUS
                && (section == Section.PAYER || section == Section.UNLINKED);
    }
}
