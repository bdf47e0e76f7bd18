package org.mcpstrata.synthetic;

/** A line of a canonical CSV file; every value written here is free of commas, quotes and line ends. */
final class CsvLine {
    private final StringBuilder line = new StringBuilder(256);
    private boolean started;

    CsvLine start() {
        line.setLength(0);
        started = false;
        return this;
    }

    CsvLine add(Object... values) {
        for (Object value : values) {
            if (started) {
                line.append(',');
            }
            line.append(value);
            started = true;
        }
        return this;
    }

    CharSequence text() {
        return line;
    }
}
