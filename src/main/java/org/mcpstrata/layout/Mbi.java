package org.mcpstrata.layout;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mcpstrata.problem.ProblemCode;

/**
 * Medicare Beneficiary Identifiers. Well formed means 11 characters with digits and letters in their places and any
 * letter of the alphabet (decisions.md 3): that it could not be real is no fault here.
 */
final class Mbi {
    private static final Pattern FORM = Pattern.compile("[1-9][A-Z][A-Z0-9][0-9][A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{2}");

    private Mbi() {}

    /** The MBI in upper case without the dashes of the printed card. */
    static String parse(String delivered, String field) {
        String mbi = delivered.strip().replace("-", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(mbi).matches()) {
            throw new FieldProblem(ProblemCode.FIELD_VALUE, field);
        }
        return mbi;
    }
}
