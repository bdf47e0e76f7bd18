package org.mcpstrata.link;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Missing;

/**
 * What one statement says to one question: stratum keys, a reason for none, or nothing at all.
 *
 * @param missing null when there are values, and when the question was not part of the statement
 */
record Answer(SortedSet<String> values, Missing missing) {
    static final Answer ABSENT = new Answer(Collections.emptySortedSet(), null);

    /** The order in which several reasons of one statement yield to one. */
    private static final List<Missing> STRONGEST_FIRST = List.of(
            Missing.DECLINED,
            Missing.ASKED_UNKNOWN,
            Missing.UNKNOWN,
            Missing.UNMAPPED,
            Missing.NOT_ASKED,
            Missing.NOT_APPLICABLE,
            Missing.NO_INFORMATION);

    Answer {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        if (!values.isEmpty() && missing != null) {
            throw new IllegalArgumentException("an answer has values or a reason for none, never both");
        }
    }

    static Answer of(String value) {
        return new Answer(new TreeSet<>(List.of(value)), null);
    }

    static Answer missing(Missing reason) {
        return new Answer(Collections.emptySortedSet(), reason);
    }

    /** One answer from several rows of a statement: a real value stands, whatever else was ticked beside it. */
    static Answer together(Collection<Answer> answers) {
        SortedSet<String> values = new TreeSet<>();
        answers.forEach(answer -> values.addAll(answer.values));
        if (!values.isEmpty()) {
            return new Answer(values, null);
        }
        return STRONGEST_FIRST.stream()
                .filter(reason -> answers.stream().anyMatch(answer -> answer.missing == reason))
                .findFirst()
                .map(Answer::missing)
                .orElse(ABSENT);
    }

    boolean hasValue() {
        return !values.isEmpty();
    }

    boolean isAbsent() {
        return values.isEmpty() && missing == null;
    }

    boolean is(Missing reason) {
        return missing == reason;
    }

    /** Whether it counts as an answer when sources are ranked (stratification.md 2.2). */
    boolean counts() {
        return hasValue() || missing == Missing.DECLINED || missing == Missing.ASKED_UNKNOWN;
    }
}
