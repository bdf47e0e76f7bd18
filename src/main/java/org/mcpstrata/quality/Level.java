package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

/** What a rule looks at (inputs.md 7.7). */
public enum Level {
    F("file"),
    R("row"),
    X("cross-file"),
    T("trend");

    private final String word;

    Level(String word) {
        this.word = requireNonNull(word, "word");
    }

    /** The word of rule files and reports. */
    public String word() {
        return word;
    }
}
