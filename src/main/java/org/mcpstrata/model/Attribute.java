package org.mcpstrata.model;

import java.util.Locale;
import java.util.Optional;

/** Demographic attributes a person may have evidence for (drop-contract.md, demographics). */
public enum Attribute {
    RACE_ETHNICITY,
    LANGUAGE,
    SEX,
    GENDER_IDENTITY,
    SEXUAL_ORIENTATION,
    DISABILITY,
    INTERPRETER_NEED,
    TRIBAL_AFFILIATION;

    /** The attribute of a delivered name; race and ethnicity are one attribute of two axes. */
    public static Optional<Attribute> parse(String text) {
        if (text.equals("race") || text.equals("ethnicity")) {
            return Optional.of(RACE_ETHNICITY);
        }
        for (Attribute attribute : values()) {
            if (attribute.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }
}
