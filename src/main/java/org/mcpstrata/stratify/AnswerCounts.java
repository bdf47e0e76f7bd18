package org.mcpstrata.stratify;

import java.io.IOException;
import java.io.Serializable;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * What is known of the answers to a stratifier, of the people in a cell's performance denominator.
 *
 * @param known those with a known value of the stratifier
 * @param asked2024 those whose answer was collected under the combined question of 2024
 * @param direct those whose answer was given directly
 * @param conflict those whose sources contradict one another
 */
record AnswerCounts(long known, long asked2024, long direct, long conflict) implements Serializable {
    static final AnswerCounts NONE = new AnswerCounts(0, 0, 0, 0);

    AnswerCounts plus(AnswerCounts other) {
        return new AnswerCounts(
                known + other.known, asked2024 + other.asked2024, direct + other.direct, conflict + other.conflict);
    }

    /** What is left without people who are among these. */
    AnswerCounts minus(AnswerCounts part) {
        return new AnswerCounts(
                known - part.known, asked2024 - part.asked2024, direct - part.direct, conflict - part.conflict);
    }

    void write(EntryWriter out) {
        out.number(known);
        out.number(asked2024);
        out.number(direct);
        out.number(conflict);
    }

    static AnswerCounts read(EntryReader in) throws IOException {
        return new AnswerCounts(in.number(), in.number(), in.number(), in.number());
    }
}
