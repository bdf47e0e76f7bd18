package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Joins stretches of days into stays (measures.md 3.4). */
final class Stays {
    private Stays() {}

    /**
     * The events of the first stay that is longer than so many days, last day minus first; empty where none is.
     *
     * @param found in order of first day
     * @param within days outside are cut off
     * @param nextWithin a stretch belongs to the stay when it starts at most this many days after the stay's last day
     */
    static List<Found> longerThan(int days, List<Found> found, Span within, int nextWithin) {
        List<Found> stay = new ArrayList<>();
        int first = Span.UNKNOWN;
        int last = Span.UNKNOWN;
        for (Found stretch : found) {
            if (!stretch.span().overlaps(within)) {
                continue;
            }
            int start = Math.max(stretch.span().first(), within.first());
            int end = Math.min(stretch.span().last(), within.last());
            if (first == Span.UNKNOWN || start > last + nextWithin) {
                if (first != Span.UNKNOWN && last - first > days) {
                    return stay;
                }
                stay.clear();
                first = start;
                last = end;
            }
            stay.add(stretch);
            last = Math.max(last, end);
        }
        return first != Span.UNKNOWN && last - first > days ? stay : List.of();
    }
}
