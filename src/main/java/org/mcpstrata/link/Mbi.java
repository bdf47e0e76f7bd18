package org.mcpstrata.link;

import java.util.regex.Pattern;

/** The form of Medicare Beneficiary Identifiers (decisions.md 3). */
final class Mbi {
    private static final Pattern WELL_FORMED =
            Pattern.compile("[1-9][A-Z][A-Z0-9][0-9][A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{2}");

    private Mbi() {}

    /** Whether the text has the form of an identifier, with any letter: invented ones are well formed on purpose. */
    static boolean wellFormed(String text) {
        return text != null && WELL_FORMED.matcher(text).matches();
    }
}
