package org.mcpstrata.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.model.Evidence.Path;

/** Adds up the numbers of a day (measures.md 8). */
final class Totals {
    private Totals() {}

    /**
     * One sum for each day on which every part has a number, in order of day; the last of its events stands for it.
     *
     * @param found in order
     * @param parts numbers of the value sets of each part
     * @param stated events on whose days nothing is added up
     */
    static List<Found> of(List<Found> found, int[] parts, List<Found> stated) {
        Set<Integer> closed = new HashSet<>();
        for (Found event : stated) {
            closed.add(event.span().deciding());
        }
        TreeMap<Integer, List<Found>> byDay = new TreeMap<>();
        for (Found event : found) {
            int day = event.span().deciding();
            if (event.span().isKnown() && !closed.contains(day)) {
                byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(event);
            }
        }
        List<Found> sums = new ArrayList<>();
        for (List<Found> events : byDay.values()) {
            Found sum = sum(events, parts);
            if (sum != null) {
                sums.add(sum);
            }
        }
        return sums;
    }

    /** The sum of one day; null where a part has no number, or one in another unit. */
    private static Found sum(List<Found> events, int[] parts) {
        BigDecimal sum = BigDecimal.ZERO;
        String unit = null;
        Found last = null;
        for (int part : parts) {
            Found latest = latest(events, part);
            if (latest == null || !(latest.value() instanceof EventValue.Quantity number)) {
                return null;
            }
            if (unit != null && !unit.equals(number.unit())) {
                return null;
            }
            unit = number.unit();
            sum = sum.add(number.number());
            last = last == null || isAfter(latest, last) ? latest : last;
        }
        EventValue value = new EventValue.Quantity(sum, unit, "", sum.toPlainString(), unit);
        return new Found(last.event(), last.span(), value, Path.CLIN_MAPPED, last.coding());
    }

    private static Found latest(List<Found> events, int part) {
        Found latest = null;
        for (Found event : events) {
            if (event.event().codes().in(part) && (latest == null || !isAfter(latest, event))) {
                latest = event;
            }
        }
        return latest;
    }

    private static boolean isAfter(Found one, Found other) {
        return one.span().lastTime() > other.span().lastTime();
    }
}
