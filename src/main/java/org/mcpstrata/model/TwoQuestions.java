package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What a resolved answer on race and ethnicity says to each of the two questions of the 1997 standard, which NCQA's views
 * keep apart (stratification.md 1.2).
 *
 * @param race why no race is known; null when one is
 * @param ethnicity why it is not known whether the person is Hispanic; null when it is
 * @param hispanic whether the person is; false where that is not known
 * @param raceTier of the evidence that told the race; null when none did
 * @param ethnicityTier of the evidence that told whether the person is Hispanic, which may be another; null when none did
 */
public record TwoQuestions(
        Missing race, Missing ethnicity, boolean hispanic, EvidenceTier raceTier, EvidenceTier ethnicityTier)
        implements Serializable {
    public TwoQuestions {
        if (hispanic && ethnicity != null) {
            throw new IllegalArgumentException("who is known to be Hispanic is not unknown");
        }
        if (race == null != (raceTier != null) || ethnicity == null != (ethnicityTier != null)) {
            throw new IllegalArgumentException("an answer to a question is of a tier, and no answer of none");
        }
    }

    /** Nothing is known of either, for one reason. */
    public static TwoQuestions missing(Missing reason) {
        requireNonNull(reason, "reason");
        return new TwoQuestions(reason, reason, false, null, null);
    }
}
