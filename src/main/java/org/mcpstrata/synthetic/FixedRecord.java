package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.Arrays;

/** A record of fixed width, reused from line to line. Positions start at 1, as in the CCLF information packet. */
final class FixedRecord implements CharSequence {
    private final char[] content;

    FixedRecord(int width) {
        this.content = new char[width];
        clear();
    }

    FixedRecord clear() {
        Arrays.fill(content, ' ');
        return this;
    }

    /** Left-justified text; longer than its field is a defect. */
    FixedRecord text(int start, int width, String value) {
        if (value.length() > width) {
            throw new IllegalStateException("a value is wider than its field at " + start);
        }
        value.getChars(0, value.length(), content, start - 1);
        return this;
    }

    /** A number with leading zeros that fills its field. */
    FixedRecord number(int start, int width, long value) {
        return text(start, width, Identifiers.digits(value, width));
    }

    /** A date as yyyy-MM-dd. */
    FixedRecord date(int start, LocalDate value) {
        return text(start, 10, value.toString());
    }

    /** An amount: a blank for the sign, zeros, and two decimals. */
    FixedRecord cents(int start, int width, long cents) {
        text(start + 1, width - 4, Identifiers.digits(cents / 100, width - 4));
        content[start + width - 4] = '.';
        return text(start + width - 2, 2, Identifiers.digits(cents % 100, 2));
    }

    /** A quantity: a blank for the sign, eighteen digits and four decimals. */
    FixedRecord quantity(int start, long value) {
        text(start + 1, 18, Identifiers.digits(value, 18));
        return text(start + 19, 5, ".0000");
    }

    @Override
    public int length() {
        return content.length;
    }

    @Override
    public char charAt(int index) {
        return content[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(content, start, end - start);
    }

    @Override
    public String toString() {
        return new String(content);
    }
}
