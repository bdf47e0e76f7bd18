package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

/** How bad one violation is (inputs.md 7.7). What a rule beyond its threshold does to results is its {@link Effect}. */
public enum Severity {
    STOP(1, "stop"),
    QUARANTINE_ROWS(2, "quarantine rows"),
    WARN(3, "warn"),
    INFO(4, "info");

    private final int number;
    private final String word;

    Severity(int number, String word) {
        this.number = number;
        this.word = requireNonNull(word, "word");
    }

    /** 1 to 4, 1 the worst. */
    public int number() {
        return number;
    }

    /** The word of rule files and reports. */
    public String word() {
        return word;
    }
}
