package org.mcpstrata.layout;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.mcpstrata.problem.ProblemCode;

/** Reads calendar dates from bytes. The dates of two centuries are made once and shared. */
final class DateText {
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS = 200;
    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final LocalDate[] SHARED = new LocalDate[YEARS * 372];

    private DateText() {}

    /** Reads the form of date that a field has. */
    static LocalDate parse(byte[] buffer, int from, int to, FieldForm form, String field) {
        if (form == FieldForm.DATE11) {
            return named(buffer, from, to, field);
        }
        boolean compact = form == FieldForm.DATE8;
        int gap = compact ? 0 : 1;
        if (to - from != 8 + 2 * gap
                || !compact && (buffer[from + 4] != '-' || buffer[from + 7] != '-')
                || !NumberText.isDigits(buffer, from, from + 4)
                || !NumberText.isDigits(buffer, from + 4 + gap, from + 6 + gap)
                || !NumberText.isDigits(buffer, from + 6 + 2 * gap, to)) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, field);
        }
        return of(
                NumberText.small(buffer, from, from + 4),
                NumberText.small(buffer, from + 4 + gap, from + 6 + gap),
                NumberText.small(buffer, from + 6 + 2 * gap, to),
                field);
    }

    /** Reads {@code dd-MMM-yyyy}; no locale is asked what a month is called. */
    private static LocalDate named(byte[] buffer, int from, int to, String field) {
        if (to - from != 11
                || buffer[from + 2] != '-'
                || buffer[from + 6] != '-'
                || !NumberText.isDigits(buffer, from, from + 2)
                || !NumberText.isDigits(buffer, from + 7, to)) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, field);
        }
        return of(
                NumberText.small(buffer, from + 7, to),
                month(buffer, from + 3, field),
                NumberText.small(buffer, from, from + 2),
                field);
    }

    private static int month(byte[] buffer, int from, String field) {
        for (int month = 0; month < 12; month++) {
            boolean same = true;
            for (int i = 0; i < 3; i++) {
                same &= (buffer[from + i] & ~0x20) == MONTHS.charAt(month * 3 + i);
            }
            if (same) {
                return month + 1;
            }
        }
        throw new FieldProblem(ProblemCode.FIELD_TYPE, field);
    }

    /** The date of that year, month and day, or a problem of the field where the calendar has none. */
    static LocalDate of(int year, int month, int day, String field) {
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            throw new FieldProblem(ProblemCode.IMPOSSIBLE_DATE, field);
        }
        if (year < FIRST_YEAR || year >= FIRST_YEAR + YEARS) {
            return LocalDate.of(year, month, day);
        }
        // Two threads may both make one date; a LocalDate is immutable, so either will do.
        int slot = (year - FIRST_YEAR) * 372 + (month - 1) * 31 + day - 1;
        LocalDate date = SHARED[slot];
        if (date == null) {
            date = LocalDate.of(year, month, day);
            SHARED[slot] = date;
        }
        return date;
    }
}
