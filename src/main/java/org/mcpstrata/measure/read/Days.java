package org.mcpstrata.measure.read;

/** Reads a number of days: {@code 1 day}, {@code 90 days}. */
final class Days {
    private Days() {}

    static Integer parse(String text) {
        if (!text.matches("\\d{1,5} days?")) {
            throw new IllegalArgumentException("is not a number of days");
        }
        return Integer.valueOf(text.substring(0, text.indexOf(' ')));
    }
}
