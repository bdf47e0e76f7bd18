package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

/** What a rule beyond its threshold does to the results it touches. */
public enum Effect {
    /** Nothing: it is reported. */
    NONE("none"),
    /** Rows keep their value and say which rule failed. */
    MARK("mark"),
    /** Rows keep their counts and lose their value. */
    BLOCK("block");

    private final String word;

    Effect(String word) {
        this.word = requireNonNull(word, "word");
    }

    /** The word of rule files. */
    public String word() {
        return word;
    }
}
