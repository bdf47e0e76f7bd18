package org.mcpstrata.model;

import java.util.Arrays;
import java.util.List;

/**
 * How cancellations settle the claims of one natural key, in formats that have such keys (CCLF; inputs.md 1.4.5).
 * Whatever is chosen, a payer's claims with versions or groups of versions are settled by those.
 */
public enum FinalActionRule {
    /** Every cancellation removes one claim; what is left counts, possibly several claims. The usual one. */
    PAIR_OFF("pair-off"),
    /** Of each key only the claim that took effect last counts, and none when that is a cancellation. */
    LATEST_WINS("latest-wins");

    private final String written;

    FinalActionRule(String written) {
        this.written = written;
    }

    /** The word for it in a payer's profile. */
    public String written() {
        return written;
    }

    /** All words, for messages. */
    public static List<String> words() {
        return Arrays.stream(values()).map(FinalActionRule::written).toList();
    }

    /** @throws IllegalArgumentException with the end of a sentence that begins with the word */
    public static FinalActionRule of(String word) {
        return Arrays.stream(values())
                .filter(rule -> rule.written.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is none of " + String.join(", ", words())));
    }
}
