package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.Arrays;

/** A row of an APCD file, reused from line to line. Elements start at 1; the last one is the record type. */
final class PipeRow {
    private final String[] elements;
    private final StringBuilder line = new StringBuilder(512);

    PipeRow(int width) {
        this.elements = new String[width];
        clear();
    }

    PipeRow clear() {
        Arrays.fill(elements, "");
        return this;
    }

    PipeRow set(int position, String value) {
        elements[position - 1] = value;
        return this;
    }

    PipeRow set(int position, long value) {
        return set(position, Long.toString(value));
    }

    /** A day as yyyyMMdd. */
    PipeRow day(int position, LocalDate value) {
        return set(position, basic(value));
    }

    PipeRow last(String recordType) {
        return set(elements.length, recordType);
    }

    static String basic(LocalDate day) {
        return Identifiers.digits(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 8);
    }

    CharSequence text() {
        line.setLength(0);
        line.append(elements[0]);
        for (int i = 1; i < elements.length; i++) {
            line.append('|').append(elements[i]);
        }
        return line;
    }
}
