package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.measure.VisitsClause;

/** Makes visits of events: one for each day (measures.md 11, founding decision 11). */
final class Visits {
    private Visits() {}

    /**
     * One event for each first day, less the days that do not count, in order of day.
     *
     * @param of events of visits
     * @param notOnClaimWith a claim that also holds one of these makes no visit
     * @param notOnDayWith a day on which one of these starts has no visit
     * @param notFollowedBy a day on which, or soon after which, one of these starts has no visit
     */
    static List<Found> of(
            VisitsClause clause,
            List<Found> of,
            List<Found> notOnClaimWith,
            List<Found> notOnDayWith,
            List<Found> notFollowedBy) {
        TreeMap<Integer, List<Found>> byDay = new TreeMap<>();
        for (Found event : of) {
            if (event.span().isKnown()) {
                byDay.computeIfAbsent(event.span().first(), day -> new ArrayList<>())
                        .add(event);
            }
        }
        Set<String> claims = new HashSet<>();
        for (Found event : notOnClaimWith) {
            claims.add(event.event().id());
        }
        List<Found> visits = new ArrayList<>();
        byDay.forEach((day, events) -> {
            boolean counts = !isOnClaim(events, claims)
                    && !startsWithin(notOnDayWith, day, 0)
                    && !startsWithin(notFollowedBy, day, clause.withinDays());
            if (counts) {
                visits.add(events.get(0));
            }
        });
        return visits;
    }

    private static boolean isOnClaim(List<Found> events, Set<String> claims) {
        for (Found event : events) {
            if (claims.contains(event.event().id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithin(List<Found> events, int day, int days) {
        for (Found event : events) {
            if (event.span().isKnown()
                    && event.span().first() >= day
                    && event.span().first() <= day + days) {
                return true;
            }
        }
        return false;
    }
}
