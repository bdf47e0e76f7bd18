package org.mcpstrata.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * Visits: one event for each first day of the named events (founding decision 11), less those that do not count.
 *
 * @param of events; all of one day are one visit
 * @param notOnClaimWith a visit is dropped when a claim of it also holds one of these events
 * @param notOnDayWith a visit is dropped when one of these events starts that day
 * @param notFollowedBy a visit is dropped when one of these events starts that day or up to {@code withinDays} after
 */
public record VisitsClause(
        List<String> of,
        List<String> notOnClaimWith,
        List<String> notOnDayWith,
        List<String> notFollowedBy,
        int withinDays)
        implements Clause {
    public VisitsClause {
        of = List.copyOf(of);
        notOnClaimWith = List.copyOf(notOnClaimWith);
        notOnDayWith = List.copyOf(notOnDayWith);
        notFollowedBy = List.copyOf(notFollowedBy);
        if (withinDays < 0) {
            throw new IllegalArgumentException("days after a visit are negative");
        }
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.visits(this);
    }

    @Override
    public List<String> uses() {
        List<String> names = new ArrayList<>(of);
        names.addAll(notOnClaimWith);
        names.addAll(notOnDayWith);
        names.addAll(notFollowedBy);
        return List.copyOf(names);
    }
}
