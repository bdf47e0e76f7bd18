package org.mcpstrata.synthetic;

/**
 * Identifiers that look right and can belong to nobody (founding decision 3): MBIs are well formed by position but hold
 * one of the letters S L O I B Z, which no issued MBI holds; NPIs carry a valid check digit but start with 9; tax
 * numbers start with 99.
 *
 * <p>All of them are one-to-one in their number, so a million people never share one.
 */
final class Identifiers {
    private static final String NEVER_ISSUED = "SLOIBZ";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final long SCATTER = 999_999_000_001L;
    private static final long MBI_SPACE = 9L * 6 * 36 * 10 * 26 * 36 * 10 * 26 * 26 * 100;

    private Identifiers() {}

    /** The MBI with this number; person {@code i} uses the numbers {@code 2i} and {@code 2i + 1}. */
    static String mbi(long seed, long number) {
        long rest = Math.floorMod(Math.floorMod(seed, 1_000_003L) * 7_368_787L + number * SCATTER, MBI_SPACE);
        char[] mbi = new char[11];
        rest = place(mbi, 0, "123456789", rest);
        rest = place(mbi, 1, NEVER_ISSUED, rest);
        rest = place(mbi, 2, LETTERS_AND_DIGITS, rest);
        rest = place(mbi, 3, "0123456789", rest);
        rest = place(mbi, 4, LETTERS, rest);
        rest = place(mbi, 5, LETTERS_AND_DIGITS, rest);
        rest = place(mbi, 6, "0123456789", rest);
        rest = place(mbi, 7, LETTERS, rest);
        rest = place(mbi, 8, LETTERS, rest);
        rest = place(mbi, 9, "0123456789", rest);
        place(mbi, 10, "0123456789", rest);
        return new String(mbi);
    }

    private static long place(char[] target, int position, String alphabet, long rest) {
        target[position] = alphabet.charAt((int) (rest % alphabet.length()));
        return rest / alphabet.length();
    }

    /** An NPI: 9, eight digits of the number, and the Luhn check digit over the prefix 80840. */
    static String npi(int number) {
        String body = "9" + digits(number, 8);
        int sum = 24;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return body + (10 - sum % 10) % 10;
    }

    /** A tax number of nine digits that starts with 99. */
    static String tin(int number) {
        return "99" + digits(number, 7);
    }

    /** A payer's own member id: prefix and nine scattered digits, different for every person of a payer. */
    static String member(String prefix, long seed, int person) {
        long scattered =
                Math.floorMod(Math.floorMod(seed, 1_000_003L) * 104_729L + person * 387_420_489L, 1_000_000_000L);
        return prefix + digits(scattered, 9);
    }

    /** An invented family name that is different for every person even where only its letters are compared. */
    static String familyName(int person) {
        StringBuilder name = new StringBuilder();
        long rest = Math.floorMod(person * 7_919L + 1_234_567L, 70L * 70 * 70 * 70);
        for (int syllable = 0; syllable < 4; syllable++) {
            name.append(CONSONANTS.charAt((int) (rest % 14)));
            rest /= 14;
            name.append(VOWELS.charAt((int) (rest % 5)));
            rest /= 5;
        }
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.append("testperson").append(person % 900 + 100).toString();
    }

    /** The number with leading zeros. */
    static String digits(long number, int width) {
        String text = Long.toString(number);
        return text.length() >= width ? text : "0".repeat(width - text.length()) + text;
    }
}
