package org.mcpstrata.measure.prose;

import java.time.LocalDate;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Window;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Windows and days as parts of a sentence: by name alone, or also with the dates they have in one measurement period.
 * Those that lie at a person's own events have no dates that could be told without the person.
 */
final class WindowProse {
    static final WindowProse NAMES_ONLY = new WindowProse(null);

    private final MeasurementPeriod period;

    private WindowProse(MeasurementPeriod period) {
        this.period = period;
    }

    static WindowProse dated(MeasurementPeriod period) {
        return new WindowProse(period);
    }

    /** Whether the file gives the window a name of its own. */
    static boolean isNamed(String windowName, Window window) {
        return !windowName.equals(window.toString());
    }

    /** {@code the days from the end of 'visit' to the end of 'visit' + 2 days}. */
    static String days(Window window) {
        return "the days" + (window.from() == null ? "" : " from the " + anchor(window.from()))
                + (window.to() == null
                        ? ""
                        : (window.endIncluded() ? " to the " : " up to, not including, the ") + anchor(window.to()));
    }

    /** The name of a window; of one that has none and lies at an event its days. */
    String name(String windowName, Window window) {
        if (window.event().isPresent()) {
            return isNamed(windowName, window) ? quoted(windowName) : days(window);
        }
        return period == null ? quoted(windowName) : quoted(windowName) + " (" + dates(window) + ")";
    }

    /** A window that has no name and is the same for everybody. */
    String text(Window window) {
        return period == null ? window.toString() : dates(window);
    }

    /** A day with its preposition. */
    String day(Anchor anchor) {
        return period == null || !anchor.isOfPeriod() ? "at the " + anchor(anchor) : "on " + anchor.in(period);
    }

    private static String quoted(String windowName) {
        if (windowName.startsWith("the ")) {
            return windowName;
        }
        boolean plain = windowName.startsWith("measurement period") || windowName.startsWith("first ");
        return plain ? "the " + windowName : "'" + windowName + "'";
    }

    private String dates(Window window) {
        LocalDate first = window.firstDay(period);
        LocalDate last = window.lastDay(period);
        if (first.equals(LocalDate.MIN)) {
            return "up to " + last;
        }
        return last.equals(LocalDate.MAX) ? "from " + first + " on" : first + " to " + last;
    }

    /** {@code end of 'qualifying visit' + 2 days}. */
    private static String anchor(Anchor anchor) {
        return anchor.isOfPeriod()
                ? anchor.toString().replace("of measurement", "of the measurement")
                : anchor.toString().replace("of " + anchor.of(), "of '" + anchor.of() + "'");
    }
}
