package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/** What a value clause asks of a result. */
public sealed interface ValueTest extends Serializable {
    /** There is no value at all: no number, text, code or band. */
    record Missing() implements ValueTest {}

    /** There is a value of any kind. */
    record Present() implements ValueTest {}

    /**
     * The number, in the threshold's own unit, satisfies it; a band must satisfy it as a whole. A text, a code, a
     * number in another unit and a number outside the plausible range never do.
     */
    record Compared(Threshold threshold) implements ValueTest {
        public Compared {
            requireNonNull(threshold, "threshold");
        }
    }

    /** The result is a band of which only a part satisfies the threshold: it proves neither. */
    record Undecided(Threshold threshold) implements ValueTest {
        public Undecided {
            requireNonNull(threshold, "threshold");
        }
    }

    /** The value is a code of one of these sets. */
    record AnswerIn(List<CodeSet> sets) implements ValueTest {
        public AnswerIn {
            sets = List.copyOf(sets);
            if (sets.isEmpty()) {
                throw new IllegalArgumentException("an answer needs a set");
            }
        }
    }

    /** There is a value of any kind, and it is no code of one of these sets: an answer that is not a refusal. */
    record AnswerNotIn(List<CodeSet> sets) implements ValueTest {
        public AnswerNotIn {
            sets = List.copyOf(sets);
            if (sets.isEmpty()) {
                throw new IllegalArgumentException("an answer needs a set");
            }
        }
    }

    /** The sets that a test of answers names; none of any other test, or of null. */
    static List<CodeSet> sets(ValueTest test) {
        if (test instanceof AnswerIn answer) {
            return answer.sets();
        }
        return test instanceof AnswerNotIn answer ? answer.sets() : List.of();
    }

    /** Reads {@code missing}, {@code present}, {@code undecided > 9 %} or a threshold. */
    static ValueTest parse(String text) {
        return switch (text) {
            case "missing" -> new Missing();
            case "present" -> new Present();
            default ->
                text.startsWith("undecided ")
                        ? new Undecided(Threshold.parse(text.substring("undecided ".length())))
                        : new Compared(Threshold.parse(text));
        };
    }
}
