package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.model.TableRow;

/**
 * What a rate of a measure is called on feedback pages.
 *
 * @param id measure and rate, for example {@code CMS130|overall}
 */
record FeedbackRate(
        String id,
        String measure,
        String version,
        String name,
        String rate,
        Display display,
        boolean lower,
        String unit) {
    FeedbackRate {
        requireNonNull(id, "id");
    }

    static FeedbackRate of(TableRow row) {
        return new FeedbackRate(
                id(row),
                row.text("measure_id"),
                row.text("measure_version"),
                row.text("measure_name"),
                row.text("rate_id"),
                Display.valueOf(row.text("scoring")),
                row.text("improvement").equals("LOWER"),
                row.text("unit"));
    }

    static String id(TableRow row) {
        return row.text("measure_id") + "|" + row.text("rate_id");
    }

    String title() {
        return measure + " " + name + (rate.equals("overall") ? "" : ", " + rate);
    }

    /** A value in words, with its sign where it has one. */
    String shown(Double value) {
        return value == null ? "–" : display.shown(value).toPlainString() + (display == Display.PROPORTION ? " %" : "");
    }

    String interval(FeedbackFigure figure) {
        return figure.lo() == null || figure.hi() == null
                ? "–"
                : display.shown(figure.lo()).toPlainString() + " to "
                        + display.shown(figure.hi()).toPlainString();
    }
}
