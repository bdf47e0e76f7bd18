package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How an event's days relate to a window. A window that lies at the events of a definition is one window for each of them,
 * and one that satisfies the relation is enough.
 *
 * @param windowName the name the window has in the file, for reading
 */
public record Timing(Relation relation, Window window, String windowName, Precision precision) implements Serializable {
    public Timing {
        requireNonNull(relation, "relation");
        requireNonNull(window, "window");
        requireNonNull(windowName, "windowName");
        requireNonNull(precision, "precision");
    }

    /** Between whole days. */
    public Timing(Relation relation, Window window, String windowName) {
        this(relation, window, windowName, Precision.DAY);
    }

    /** The relations of measures.md 2.2. */
    public enum Relation {
        /** Start and end of the event lie inside. */
        DURING,
        /** The event and the window share a day. */
        OVERLAPS,
        /** The start lies inside. */
        STARTS,
        /** The end lies inside. */
        ENDS,
        /** The event lasts from the window's start to its end. */
        COVERS,
        /** What was written down of it was written inside: an order signed, a result or a refusal recorded. */
        RECORDED
    }

    /** What is compared. */
    public enum Precision {
        DAY,
        /** Times of day too, where both the event and the window's end have one; days where either has none. */
        SECOND
    }
}
