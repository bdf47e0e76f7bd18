package org.mcpstrata.model;

/**
 * The form of Medicare Beneficiary Identifiers: 11 characters with digits and letters in their places and any letter of
 * the alphabet (founding decision 3). That one could not be real is no fault here: invented ones are well formed on
 * purpose.
 */
public final class Mbi {
    /** What stands where: d digit 1 to 9, n digit, l letter, b letter or digit. */
    private static final String FORM = "dlbnlbnllnn";

    private Mbi() {}

    /** Whether the text, in upper case and without dashes, has the form; absent text has not. */
    // Asked of every claim line: no regular expression here.
    public static boolean isWellFormed(String text) {
        boolean fits = text != null && text.length() == FORM.length();
        for (int i = 0; fits && i < FORM.length(); i++) {
            char c = text.charAt(i);
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
