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
 */
public record TwoQuestions(Missing race, Missing ethnicity, boolean hispanic) implements Serializable {
    public TwoQuestions {
        if (hispanic && ethnicity != null) {
            throw new IllegalArgumentException("who is known to be Hispanic is not unknown");
        }
    }

    /** Nothing is known of either, for one reason. */
    public static TwoQuestions missing(Missing reason) {
        requireNonNull(reason, "reason");
        return new TwoQuestions(reason, reason, false);
    }
}
