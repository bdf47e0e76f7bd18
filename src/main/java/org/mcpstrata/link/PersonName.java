package org.mcpstrata.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names in the form in which they are compared: without marks, case, suffixes and anything but letters. */
final class PersonName {
    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "ESQ", "MD");

    private PersonName() {}

    /** The comparable form; empty when nothing is left of the name. */
    static String normalise(String name) {
        if (name == null) {
            return "";
        }
        if (isPlain(name)) {
            return name.toUpperCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[\\s,]+")) {
            String letters = word.codePoints()
                    .filter(Character::isLetter)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            // A suffix is never the whole name: MD and II are somebody's names.
            if (!letters.isEmpty() && (words.isEmpty() || !SUFFIXES.contains(letters))) {
                words.add(letters);
            }
        }
        return String.join("", words);
    }

    /** One word of Latin letters without marks, as most names are: nothing else need be looked for. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if ((letter < 'A' || letter > 'Z') && (letter < 'a' || letter > 'z')) {
                return false;
            }
        }
        return true;
    }

    /** American Soundex of a comparable form: a letter and three digits; empty for a name without Latin letters. */
    static String soundex(String normalised) {
        StringBuilder code = new StringBuilder();
        char last = '0';
        for (char letter : normalised.toCharArray()) {
            if (letter < 'A' || letter > 'Z') {
                continue;
            }
            char digit = digit(letter);
            if (code.isEmpty()) {
                code.append(letter);
            } else if (digit != '0' && digit != last && code.length() < 4) {
                code.append(digit);
            }
            // H and W do not separate letters of one digit, vowels do.
            if (letter != 'H' && letter != 'W') {
                last = digit;
            }
        }
        while (!code.isEmpty() && code.length() < 4) {
            code.append('0');
        }
        return code.toString();
    }

    private static char digit(char letter) {
        return switch (letter) {
            case 'B', 'F', 'P', 'V' -> '1';
            case 'C', 'G', 'J', 'K', 'Q', 'S', 'X', 'Z' -> '2';
            case 'D', 'T' -> '3';
            case 'L' -> '4';
            case 'M', 'N' -> '5';
            case 'R' -> '6';
            default -> '0';
        };
    }
}
