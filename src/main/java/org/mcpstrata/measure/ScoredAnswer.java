package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.valueset.Coding;

/**
 * A score that stands for an answer: payers send the score of a screening tool where the measure asks for its outcome
 * (measures.md 7).
 *
 * @param code the tool
 * @param band scores that stand for the answer
 */
public record ScoredAnswer(Coding code, Band band, Coding answer) implements Serializable {
    public ScoredAnswer {
        requireNonNull(code, "code");
        requireNonNull(band, "band");
        requireNonNull(answer, "answer");
    }
}
