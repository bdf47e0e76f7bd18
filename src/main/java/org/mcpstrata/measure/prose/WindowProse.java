package org.mcpstrata.measure.prose;

import java.time.LocalDate;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Window;
import org.mcpstrata.time.MeasurementPeriod;

/** Windows and days as parts of a sentence: by name alone, or also with the dates they have in one measurement period. */
final class WindowProse {
    static final WindowProse NAMES_ONLY = new WindowProse(null);

    private final MeasurementPeriod period;

    private WindowProse(MeasurementPeriod period) {
        this.period = period;
    }

    static WindowProse dated(MeasurementPeriod period) {
        return new WindowProse(period);
    }

    String name(String windowName, Window window) {
        String name = windowName;
        if (!windowName.startsWith("the ")) {
            boolean plain = windowName.startsWith("measurement period") || windowName.startsWith("first ");
            name = plain ? "the " + windowName : "'" + windowName + "'";
        }
        return period == null ? name : name + " (" + dates(window) + ")";
    }

    /** A window that has no name. */
    String text(Window window) {
        return period == null ? window.toString() : dates(window);
    }

    private String dates(Window window) {
        LocalDate first = window.firstDay(period);
        LocalDate last = window.lastDay(period);
        if (first.equals(LocalDate.MIN)) {
            return "up to " + last;
        }
        return last.equals(LocalDate.MAX) ? "from " + first + " on" : first + " to " + last;
    }

    /** A day with its preposition. */
    String day(Anchor anchor) {
        return period == null
                ? "at the " + anchor.toString().replace("of measurement", "of the measurement")
                : "on " + anchor.in(period);
    }
}
