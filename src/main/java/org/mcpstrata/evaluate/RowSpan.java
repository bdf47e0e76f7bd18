package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The columns of a table that say when something began and ended. */
record RowSpan(Column startDate, Column startTime, Column endDate, Column endTime) {
    private static final Pattern TIME = Pattern.compile("[0-2]\\d:[0-5]\\d:[0-5]\\d");

    /** Columns {@code <start>_date}, {@code <start>_time}, {@code <end>_date} and {@code <end>_time}. */
    static RowSpan of(Table table, String start, String end) {
        return new RowSpan(
                table.column(start + "_date"),
                table.column(start + "_time"),
                table.column(end + "_date"),
                table.column(end + "_time"));
    }

    /** The row's days; {@code noEnd} is the last day of a row without one. */
    Span of(CanonicalRow row, int noEnd) {
        LocalDate end = row.date(endDate);
        return new Span(
                Span.dayOf(row.date(startDate)),
                end == null ? noEnd : Span.dayOf(end),
                second(row.text(startTime)),
                end == null ? Span.NO_TIME : second(row.text(endTime)));
    }

    /** The row's days, where a start without an end is a moment. */
    Span ofOneDayWithoutEnd(CanonicalRow row) {
        Span span = of(row, Span.UNKNOWN);
        return span.last() == Span.UNKNOWN
                ? new Span(span.first(), span.first(), span.firstTime(), span.firstTime())
                : span;
    }

    static int second(String time) {
        if (time == null || !TIME.matcher(time).matches()) {
            return Span.NO_TIME;
        }
        return Integer.parseInt(time, 0, 2, 10) * 3600
                + Integer.parseInt(time, 3, 5, 10) * 60
                + Integer.parseInt(time, 6, 8, 10);
    }
}
