package org.mcpstrata.layout;

/**
 * ZIP codes as files of columns hold them: five digits, with or without four more behind them. Programs that take them for
 * numbers take leading zeros away, so that four digits are five and eight are nine (decision 106).
 */
final class ZipText {
    private static final String NOWHERE = "00000";
    private static final int WITHOUT_ZERO = 4;
    private static final int ZIP = 5;
    private static final int LONG_WITHOUT_ZERO = 8;

    private ZipText() {}

    /** The five digits; null where the text is no ZIP code or says that there is none. */
    static String five(String text) {
        int digits = digits(text);
        String five =
                switch (digits) {
                    case WITHOUT_ZERO -> isWhole(text, digits) ? '0' + text.substring(0, WITHOUT_ZERO) : null;
                    case LONG_WITHOUT_ZERO -> '0' + text.substring(0, WITHOUT_ZERO);
                    // Of PR 00601-1234 both zeros may be gone; what is left must not become a place in Illinois.
                    case 0, 1, 2, 3, 6, 7 -> null;
                    default -> text.substring(0, ZIP);
                };
        return NOWHERE.equals(five) ? null : five;
    }

    /** The text with the zero that it lost, where it is four digits; any other text as it stands. */
    static String padded(String text) {
        return text.length() == WITHOUT_ZERO && digits(text) == WITHOUT_ZERO ? '0' + text : text;
    }

    /** Whether nothing, or a dash and four more digits, stands behind the first ones. */
    private static boolean isWhole(String text, int digits) {
        String rest = text.substring(digits);
        return rest.isEmpty() || rest.charAt(0) == '-' && digits(rest.substring(1)) == WITHOUT_ZERO;
    }

    private static int digits(String text) {
        int count = 0;
        while (count < text.length() && text.charAt(count) >= '0' && text.charAt(count) <= '9') {
            count++;
        }
        return count;
    }
}
