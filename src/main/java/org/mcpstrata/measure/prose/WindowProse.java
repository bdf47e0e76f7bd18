package org.mcpstrata.measure.prose;

import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Window;

/** A window or day as part of a sentence. */
final class WindowProse {
    private WindowProse() {}

    /** The name of a window; of one that has none and lies at an event its days. */
    static String of(String windowName, Window window) {
        return isNamed(windowName, window) || window.event().isEmpty() ? name(windowName) : days(window);
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

    static String name(String windowName) {
        if (windowName.startsWith("the ")) {
            return windowName;
        }
        return windowName.startsWith("measurement period") || windowName.startsWith("first ")
                ? "the " + windowName
                : "'" + windowName + "'";
    }

    /** {@code end of 'qualifying visit' + 2 days}. */
    static String anchor(Anchor anchor) {
        return anchor.isOfPeriod()
                ? anchor.toString().replace("of measurement", "of the measurement")
                : anchor.toString().replace("of " + anchor.of(), "of '" + anchor.of() + "'");
    }
}
