package org.mcpstrata.layout;

import java.util.Locale;
import org.mcpstrata.problem.ProblemCode;

/**
 * Medicare Beneficiary Identifiers. Well formed means 11 characters with digits and letters in their places and any
 * letter of the alphabet (decisions.md 3): that it could not be real is no fault here.
 */
final class Mbi {
    /** What stands where: d digit 1 to 9, n digit, l letter, b letter or digit. */
    private static final String FORM = "dlbnlbnllnn";

    private Mbi() {}

    /** The MBI in upper case without the dashes of the printed card. */
    static String parse(String delivered, String field) {
        String mbi = delivered.strip().replace("-", "").toUpperCase(Locale.ROOT);
        if (!isWellFormed(mbi)) {
            throw new FieldProblem(ProblemCode.FIELD_VALUE, field);
        }
        return mbi;
    }

    // Every claim line has one: no regular expression here.
    private static boolean isWellFormed(String mbi) {
        boolean fits = mbi.length() == FORM.length();
        for (int i = 0; fits && i < FORM.length(); i++) {
            char c = mbi.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            fits = switch (FORM.charAt(i)) {
                case 'd' -> digit && c != '0';
                case 'n' -> digit;
                case 'l' -> letter;
                default -> digit || letter;
            };
        }
        return fits;
    }
}
