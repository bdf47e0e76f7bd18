package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The answer for one attribute of one person, after all evidence was weighed (stratification.md 2.2).
 *
 * @param values the answer as stratum keys in order, for race and ethnicity a set of OMB 2024 categories; empty when
 *     missing
 * @param missing why there is no value; null when there is one
 * @param tier of the evidence that decided; null where none did, so that there is no value
 * @param conflict whether two real answers differ
 * @param collectedUnder2024 whether the deciding answer was collected under the combined 2024 question
 * @param questions what it says to the two questions of 1997; means something for race and ethnicity alone
 */
public record ResolvedAttribute(
        List<String> values,
        Missing missing,
        EvidenceTier tier,
        boolean conflict,
        boolean collectedUnder2024,
        TwoQuestions questions)
        implements Serializable {
    public ResolvedAttribute {
        values = List.copyOf(new TreeSet<>(Set.copyOf(values)));
        requireNonNull(questions, "questions");
        if (values.isEmpty() == (missing == null)) {
            throw new IllegalArgumentException("an attribute has values or a reason for none, never both");
        }
        if (tier == null && missing == null) {
            throw new IllegalArgumentException("an answer is of a tier");
        }
    }

    /** An answer of which nothing else is known to the question on ethnicity than whether it names Hispanic. */
    public ResolvedAttribute(
            List<String> values, Missing missing, EvidenceTier tier, boolean conflict, boolean collectedUnder2024) {
        this(values, missing, tier, conflict, collectedUnder2024, questions(values, missing, tier));
    }

    private static TwoQuestions questions(List<String> values, Missing missing, EvidenceTier tier) {
        if (missing != null) {
            return TwoQuestions.missing(missing);
        }
        boolean hispanic = values.contains("HISPANIC");
        boolean raced = values.size() > (hispanic ? 1 : 0);
        return new TwoQuestions(
                raced ? null : Missing.UNKNOWN,
                hispanic ? null : Missing.UNKNOWN,
                hispanic,
                raced ? tier : null,
                hispanic ? tier : null);
    }

    public static ResolvedAttribute missing(Missing reason) {
        return new ResolvedAttribute(List.of(), requireNonNull(reason, "reason"), null, false, false);
    }

    public boolean isAnswered() {
        return missing == null;
    }
}
