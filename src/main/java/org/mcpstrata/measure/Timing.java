package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * How an event's days relate to a window.
 *
 * @param windowName the name the window has in the file, for reading
 */
public record Timing(Relation relation, Window window, String windowName) implements Serializable {
    public Timing {
        requireNonNull(relation, "relation");
        requireNonNull(window, "window");
        requireNonNull(windowName, "windowName");
    }

    /** The four relations of measures.md 2.2, between whole days. */
    public enum Relation {
        /** First and last day of the event lie inside. */
        DURING,
        /** The event and the window share a day. */
        OVERLAPS,
        /** The first day lies inside. */
        STARTS,
        /** The last day lies inside. */
        ENDS
    }

    /**
     * Whether an event satisfies it.
     *
     * @param start first day, or null where unknown: then nothing that needs it holds
     * @param end last day, {@link LocalDate#MAX} while the event lasts, or null where unknown
     */
    public boolean holds(LocalDate start, LocalDate end, MeasurementPeriod period) {
        LocalDate first = window.firstDay(period);
        LocalDate last = window.lastDay(period);
        return switch (relation) {
            case DURING -> inside(start, first, last) && inside(end, first, last);
            case OVERLAPS -> start != null && end != null && !start.isAfter(last) && !end.isBefore(first);
            case STARTS -> inside(start, first, last);
            case ENDS -> inside(end, first, last);
        };
    }

    private static boolean inside(LocalDate day, LocalDate first, LocalDate last) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }
}
