package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.Band;
import org.mcpstrata.measure.SameDay;

/** Picks the one result that decides a day (measures.md 2.7). */
final class SameDayChoice {
    private SameDayChoice() {}

    /**
     * The result of one day's candidates that decides.
     *
     * @param candidates in order and not empty
     * @param firstAnswer numbers of the sets of {@link SameDay#firstAnswer()}
     */
    static Found of(List<Found> candidates, SameDay rule, int[] firstAnswer) {
        Order order = new Order(rule, firstAnswer);
        // A result that no threshold can be held against decides where no other kind says more.
        for (SameDay.Strength strength : rule.prefer()) {
            List<Found> kind = ofStrength(candidates, strength);
            if (isComparable(kind)) {
                return amongKind(kind, order);
            }
        }
        for (SameDay.Strength strength : rule.prefer()) {
            List<Found> kind = ofStrength(candidates, strength);
            if (hasValue(kind)) {
                return amongKind(kind, order);
            }
        }
        return hasValue(candidates) ? amongKind(candidates, order) : candidates.get(0);
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

    private static boolean isComparable(List<Found> candidates) {
        for (Found candidate : candidates) {
            if (!isMissing(candidate) && !(candidate.value() instanceof EventValue.Other)) {
                return true;
            }
        }
        return false;
    }

    /** What was delivered without a value speaks for its day; a value that was refused says nothing beside others. */
    private static boolean decidesMissing(Found candidate) {
        return candidate.value() instanceof EventValue.Missing missing && !missing.refused();
    }

    private static boolean isMissing(Found candidate) {
        return candidate.value() instanceof EventValue.Missing;
    }

    /** Among results of which at least one has a value. */
    private static Found amongKind(List<Found> kind, Order order) {
        Found best = null;
        for (Found candidate : kind) {
            if (decidesMissing(candidate) && order.rule().missing() == SameDay.Missing.DECIDES) {
                return candidate;
            }
            boolean counts = !isMissing(candidate) || order.rule().missing() == SameDay.Missing.IN_TURN;
            if (counts && (best == null || order.compare(candidate, best) < 0)) {
                best = candidate;
            }
        }
        return best;
    }

    /** What decides comes first; ties keep the order of the list, which is total. */
    private record Order(SameDay rule, int[] firstAnswer) {
        int compare(Found left, Found right) {
            for (SameDay.Then then : rule.then()) {
                int order =
                        switch (then) {
                            case LOWEST_VALUE -> lowestFirst(left, right);
                            case HIGHEST_VALUE -> highestFirst(left, right);
                            case LAST_TIME ->
                                Integer.compare(
                                        right.span().lastTime(), left.span().lastTime());
                        };
                if (order != 0) {
                    return order;
                }
            }
            int byMissing = Boolean.compare(isMissing(left), isMissing(right));
            return byMissing != 0 ? byMissing : Integer.compare(rank(left), rank(right));
        }

        private int rank(Found found) {
            if (found.value() instanceof EventValue.Coded coded) {
                for (int rank = 0; rank < firstAnswer.length; rank++) {
                    if (coded.codes().in(firstAnswer[rank])) {
                        return rank;
                    }
                }
            }
            return firstAnswer.length;
        }
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
