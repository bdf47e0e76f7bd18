package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.measure.Band;
import org.mcpstrata.measure.SameDay;

/** Picks the one result that decides a day (measures.md 2.7). */
final class SameDayChoice {
    private SameDayChoice() {}

    /** The results of one day's candidates that decides; the list is in order and not empty. */
    static Found of(List<Found> candidates, SameDay rule) {
        for (SameDay.Strength strength : rule.prefer()) {
            List<Found> kind = ofStrength(candidates, strength);
            if (hasValue(kind)) {
                return amongKind(kind, rule);
            }
        }
        return hasValue(candidates) ? amongKind(candidates, rule) : candidates.get(0);
    }

    private static List<Found> ofStrength(List<Found> candidates, SameDay.Strength strength) {
        List<Found> kind = new ArrayList<>();
        for (Found candidate : candidates) {
            if (candidate.strength() == strength) {
                kind.add(candidate);
            }
        }
        return kind;
    }

    private static boolean hasValue(List<Found> candidates) {
        for (Found candidate : candidates) {
            if (!isMissing(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMissing(Found candidate) {
        return candidate.value() instanceof EventValue.Missing;
    }

    /** Among results of which at least one has a value. */
    private static Found amongKind(List<Found> kind, SameDay rule) {
        Found best = null;
        for (Found candidate : kind) {
            boolean missing = isMissing(candidate);
            if (missing && rule.missing() == SameDay.Missing.DECIDES) {
                return candidate;
            }
            boolean compared = !missing || rule.missing() == SameDay.Missing.IN_ITS_TURN;
            if (compared && (best == null || order(rule.then()).compare(candidate, best) < 0)) {
                best = candidate;
            }
        }
        return best;
    }

    /** What decides comes first; ties keep the order of the list, which is total. */
    private static Comparator<Found> order(SameDay.Then then) {
        return switch (then) {
            case LOWEST_VALUE -> SameDayChoice::lowestFirst;
            case HIGHEST_VALUE -> SameDayChoice::highestFirst;
            case LAST_TIME ->
                Comparator.<Found>comparingInt(found -> found.span().lastTime())
                        .reversed()
                        .thenComparing(SameDayChoice::lowestFirst);
        };
    }

    private static int lowestFirst(Found left, Found right) {
        Band one = Values.bandOf(left.value());
        Band other = Values.bandOf(right.value());
        return one == null || other == null ? Boolean.compare(one == null, other == null) : one.compareTo(other);
    }

    private static int highestFirst(Found left, Found right) {
        Band one = Values.bandOf(left.value());
        Band other = Values.bandOf(right.value());
        return one == null || other == null ? Boolean.compare(one == null, other == null) : other.compareTo(one);
    }
}
