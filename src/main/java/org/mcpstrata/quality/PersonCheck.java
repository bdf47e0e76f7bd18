package org.mcpstrata.quality;

import java.util.Locale;

/** What is asked of all rows of one person, for each payer of them. */
public enum PersonCheck {
    /** A person who has died was born before and has no service more than 30 days after. */
    DEATH_AFTER_LIFE,
    /** A claim line that follows a header has one. */
    LINE_HAS_HEADER,
    /** A cancellation finds the claim it withdraws. */
    CANCELLATION_HAS_TARGET,
    /** A claim line or fill of the measurement period falls on a day its payer covers the person. */
    CLAIM_IS_COVERED,
    /** A person with claims of a payer has coverage of that payer at some time. */
    CLAIMANT_IS_A_MEMBER,
    /** A coverage span does not overlap an earlier one of the same member, line of business and plan. */
    SPANS_APART,
    /** Coverage spans of a member give twelve member months of the period at most for each plan. */
    TWELVE_MONTHS_AT_MOST,
    /** The payments of a claim's lines add up to the payment of its header. */
    LINES_ADD_UP,
    /** A claim line is not one that counts already under another claim number. */
    CLAIM_COUNTED_ONCE,
    /** A Medicare number is not shared by two birth dates. */
    ONE_BIRTH_DATE_A_NUMBER,
    /** Replaced Medicare numbers of a person lead to one current number, and never back to one of themselves. */
    ONE_CURRENT_NUMBER,
    /** A person whom the payer covers in the measurement period has a claim line of that payer in it. */
    COVERED_HAS_CLAIM,
    /** Race or ethnicity of a covered person is known. */
    RACE_IS_KNOWN;

    /** The words of rule files. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
