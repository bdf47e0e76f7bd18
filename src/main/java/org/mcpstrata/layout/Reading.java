package org.mcpstrata.layout;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import org.mcpstrata.problem.ProblemCode;

/**
 * One delivered record while it is read: where each field's trimmed value lies, and its value in the type asked for.
 * An empty value is absent and comes back as null.
 */
final class Reading {
    private static final LocalDate NO_DATE = LocalDate.of(1000, 1, 1);
    private static final LocalDate NO_DATE_EITHER = LocalDate.of(1, 1, 1);
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private final byte[] buffer;
    private final int[] starts;
    private final int[] ends;
    private final Charset charset;
    private final AmountForm amounts;
    private final DropFacts drop;
    private final String[] texts;
    private final LocalDate[] dates;
    private boolean lostZip;

    /** The arrays hold the bounds of each field's trimmed value; a field's bounds are equal where it is absent. */
    Reading(byte[] buffer, int[] starts, int[] ends, Charset charset, AmountForm amounts, DropFacts drop) {
        this.buffer = buffer;
        this.starts = starts;
        this.ends = ends;
        this.charset = charset;
        this.amounts = amounts;
        this.drop = drop;
        this.texts = new String[starts.length];
        this.dates = new LocalDate[starts.length];
    }

    DropFacts drop() {
        return drop;
    }

    /** Remembers that a ZIP code was delivered of which nothing can be kept. */
    void loseZip() {
        lostZip = true;
    }

    boolean lostZip() {
        return lostZip;
    }

    boolean has(LayoutField field) {
        return starts[field.index()] < ends[field.index()];
    }

    String text(LayoutField field) {
        int index = field.index();
        String text = texts[index];
        if (text == null && starts[index] < ends[index]) {
            text = new String(buffer, starts[index], ends[index] - starts[index], charset);
            texts[index] = text;
        }
        return text;
    }

    /** A date; the dates that stand for "none" or "open" are absent (inputs.md 1.2). */
    LocalDate date(LayoutField field) {
        if (!has(field)) {
            return null;
        }
        int index = field.index();
        LocalDate date = dates[index];
        if (date == null) {
            date = DateText.parse(buffer, starts[index], ends[index], field.form(), field.name());
            dates[index] = date;
        }
        return date.equals(NO_DATE) || date.equals(NO_DATE_EITHER) || date.equals(OPEN_END) ? null : date;
    }

    /** A number that is exact at the scale; the field's form says whether its decimals are implied. */
    BigDecimal number(LayoutField field, int scale) {
        if (!has(field)) {
            return null;
        }
        int from = starts[field.index()];
        int to = ends[field.index()];
        int implied = 0;
        if (field.form() == FieldForm.AMOUNT) {
            boolean point = NumberText.indexOf(buffer, from, to, '.') >= 0;
            if (amounts == AmountForm.IMPLIED && point || amounts == AmountForm.POINT && !point && !isZero(from, to)) {
                throw new FieldProblem(ProblemCode.FIELD_TYPE, field.name());
            }
            implied = 2;
        }
        Long unscaled = NumberText.unscaled(buffer, from, to, scale, implied);
        if (unscaled == null) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, field.name());
        }
        return BigDecimal.valueOf(unscaled, scale);
    }

    private boolean isZero(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != '0') {
                return false;
            }
        }
        return true;
    }

    Integer integer(LayoutField field) {
        if (!has(field)) {
            return null;
        }
        Long value = NumberText.unscaled(buffer, starts[field.index()], ends[field.index()], 0, 0);
        if (value == null || value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, field.name());
        }
        return value.intValue();
    }

    AmountEvidence amountEvidence(LayoutField field) {
        int from = starts[field.index()];
        int to = ends[field.index()];
        if (NumberText.indexOf(buffer, from, to, '.') >= 0) {
            return AmountEvidence.POINT;
        }
        return isZero(from, to) ? AmountEvidence.NONE : AmountEvidence.IMPLIED;
    }
}
