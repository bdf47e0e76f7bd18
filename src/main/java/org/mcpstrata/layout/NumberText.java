package org.mcpstrata.layout;

/** Reads digits from bytes without making text of them first. */
final class NumberText {
    /** More digits than this never fit decimal(18,2). */
    private static final int MOST_DIGITS = 18;

    private NumberText() {}

    /** Whether all bytes are digits and there is at least one. */
    static boolean isDigits(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** The number that at most nine digits write; the caller checked that they are digits. */
    static int small(byte[] buffer, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + buffer[i] - '0';
        }
        return value;
    }

    static int indexOf(byte[] buffer, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The number times ten to the power of {@code scale}, or null where the bytes are no number, do not fit, or hold
     * more decimals than the scale keeps.
     *
     * @param impliedDecimals decimals of a number that is written without a point
     */
    static Long unscaled(byte[] buffer, int from, int to, int scale, int impliedDecimals) {
        boolean negative = from < to && buffer[from] == '-';
        int i = negative ? from + 1 : from;
        int point = indexOf(buffer, i, to, '.');
        int whole = point < 0 ? to : point;
        int decimals = point < 0 ? impliedDecimals : to - point - 1;
        if (i == to || !onlyDigits(buffer, i, whole) || point >= 0 && !onlyDigits(buffer, point + 1, to)) {
            return null;
        }
        if (point >= 0 && decimals == 0 && whole == i) {
            return null;
        }
        int last = to;
        while (decimals > scale && buffer[last - 1] == '0') {
            last--;
            decimals--;
        }
        if (decimals > scale) {
            return null;
        }
        return signed(negative, digits(buffer, i, last, scale - decimals));
    }

    private static boolean onlyDigits(byte[] buffer, int from, int to) {
        return from == to || isDigits(buffer, from, to);
    }

    private static Long signed(boolean negative, long value) {
        if (value < 0) {
            return null;
        }
        return negative ? -value : value;
    }

    /** All digits but the point, with zeros added; -1 where they are too many. */
    private static long digits(byte[] buffer, int from, int to, int zeros) {
        long value = 0;
        int used = 0;
        for (int i = from; i < to; i++) {
            if (buffer[i] != '.') {
                value = value * 10 + buffer[i] - '0';
                used = value == 0 ? 0 : used + 1;
                if (used > MOST_DIGITS) {
                    return -1;
                }
            }
        }
        for (int i = 0; i < zeros && value != 0; i++) {
            value *= 10;
            used++;
        }
        return used > MOST_DIGITS ? -1 : value;
    }
}
