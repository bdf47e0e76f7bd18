package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.model.Evidence;

/**
 * An event as one definition sees it: with the days its claim rule gives it, and its value in the result's own unit.
 *
 * @param value normalised; what a reader is shown is in it too
 * @param coding the code by which it was found, {@code SYSTEM|code}
 */
record Found(Event event, Span span, EventValue value, Evidence.Path path, String coding) {
    /** By the days this definition gives it, then the events' own total order. */
    static final Comparator<Found> ORDER = Comparator.<Found>comparingInt(found -> found.span.first())
            .thenComparingInt(found -> found.span.last())
            .thenComparing(Found::event, Event.ORDER);

    Found {
        requireNonNull(event, "event");
        requireNonNull(span, "span");
        requireNonNull(value, "value");
        requireNonNull(path, "path");
        requireNonNull(coding, "coding");
    }

    /** For a reader: the event behind a definition of this name. */
    Evidence evidence(String definition) {
        return new Evidence(
                definition, span.firstDate(), coding, value.shown(), value.shownUnit(), path, event.source());
    }

    /** How strong it is as evidence for a result. */
    SameDay.Strength strength() {
        return switch (path) {
            case CLIN, SURVEY -> SameDay.Strength.MEASURED;
            case CLIN_MAPPED -> SameDay.Strength.SCORED;
            case CPT2 -> SameDay.Strength.BAND;
            case QDC, PROC, ENROLLMENT -> SameDay.Strength.REPORTED;
        };
    }
}
