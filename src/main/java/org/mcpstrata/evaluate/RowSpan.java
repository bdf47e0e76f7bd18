package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.time.LocalTime;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The columns of a table that say when something began and ended. */
record RowSpan(Column startDate, Column startTime, Column endDate, Column endTime) {
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

    private static int second(String time) {
        return time == null ? Span.NO_TIME : LocalTime.parse(time).toSecondOfDay();
    }
}
