package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.Window;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * A window as the days of one person, and what must lie in it.
 *
 * <p>A day without a time counts as that whole day: it never lies before or after another moment of the same day
 * (measures.md 17.12).
 *
 * @param relation what an event must do to satisfy it
 * @param lastIncluded whether the last moment itself still lies inside
 * @param toTheSecond whether times of day are compared too, where both sides have one
 */
record Bounds(Timing.Relation relation, Moment first, Moment last, boolean lastIncluded, boolean toTheSecond) {
    Bounds {
        requireNonNull(relation, "relation");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    /** The one window of a timing that is the same for everybody. */
    static Bounds of(Timing timing, MeasurementPeriod period) {
        Span days = Span.of(timing.window(), period);
        return new Bounds(
                timing.relation(),
                new Moment(days.first(), Span.NO_TIME),
                new Moment(days.last(), Span.NO_TIME),
                true,
                false);
    }

    /** The windows of a timing at events: one for each event whose days are known. */
    static List<Bounds> at(List<Found> events, Timing timing, MeasurementPeriod period) {
        Window window = timing.window();
        boolean toTheSecond = timing.precision() == Timing.Precision.SECOND;
        List<Bounds> found = new ArrayList<>();
        for (Found event : events) {
            Moment first = moment(window.from(), event.span(), period, Span.OPEN_START);
            Moment last = moment(window.to(), event.span(), period, Span.OPEN_END);
            if (first.isKnown() && last.isKnown()) {
                boolean included = window.endIncluded() || !last.isDay();
                boolean dayBefore = !included && (!toTheSecond || last.time() == Span.NO_TIME);
                Moment end = dayBefore ? new Moment(last.day() - 1, Span.NO_TIME) : last;
                found.add(new Bounds(timing.relation(), first, end, included || dayBefore, toTheSecond));
            }
        }
        return found;
    }

    private static Moment moment(Anchor anchor, Span event, MeasurementPeriod period, int open) {
        if (anchor == null) {
            return new Moment(open, Span.NO_TIME);
        }
        if (anchor.isOfPeriod()) {
            return new Moment(Span.dayOf(anchor.in(period)), Span.NO_TIME);
        }
        Moment base = anchor.base() == Anchor.Base.START ? event.start() : event.end();
        return base.isDay()
                ? new Moment(Span.dayOf(anchor.shifted(LocalDate.ofEpochDay(base.day()))), base.time())
                : base;
    }

    /**
     * Whether an event stands in the relation.
     *
     * @param span its days as a definition sees them; an end of which nothing is known satisfies nothing
     */
    boolean hold(Span span, Moment recorded) {
        if (relation == Timing.Relation.RECORDED) {
            return recorded.isKnown() && holds(recorded);
        }
        if (!span.isKnown()) {
            return false;
        }
        return switch (relation) {
            case DURING -> holds(span.start()) && holds(span.end());
            case OVERLAPS -> !isAfter(span.start()) && !isBefore(span.end());
            case STARTS -> holds(span.start());
            case ENDS -> holds(span.end());
            case COVERS -> compare(span.start(), first) <= 0 && compare(span.end(), last) >= 0;
            case RECORDED -> false;
        };
    }

    /** Whether an event satisfies at least one of the windows. */
    static boolean anyHolds(List<Bounds> windows, Span span, Moment recorded) {
        for (Bounds window : windows) {
            if (window.hold(span, recorded)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Moment moment) {
        return !isBefore(moment) && !isAfter(moment);
    }

    private boolean isBefore(Moment moment) {
        return compare(moment, first) < 0;
    }

    private boolean isAfter(Moment moment) {
        int order = compare(moment, last);
        return lastIncluded ? order > 0 : order >= 0;
    }

    private int compare(Moment left, Moment right) {
        if (left.day() != right.day()) {
            return Integer.compare(left.day(), right.day());
        }
        boolean timed = toTheSecond && left.time() != Span.NO_TIME && right.time() != Span.NO_TIME;
        return timed ? Integer.compare(left.time(), right.time()) : 0;
    }
}
