package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * True when the events, cut to the window and joined where one follows another, make one stay longer than a number of
 * days (measures.md 3.4). The length of a stay is its last day minus its first: 1 January to 1 April is 90.
 *
 * @param of events with a first and a last day
 * @param nextWithinDays two stretches are one when the next starts at most this many days after the last day of the one
 *     before
 */
public record StayClause(String of, Window during, String windowName, int nextWithinDays, int longerThanDays)
        implements Clause {
    public StayClause {
        requireNonNull(of, "of");
        requireNonNull(during, "during");
        requireNonNull(windowName, "windowName");
        if (nextWithinDays < 0 || longerThanDays < 0) {
            throw new IllegalArgumentException("days of a stay are negative");
        }
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.stay(this);
    }

    @Override
    public List<String> uses() {
        return List.of(of);
    }
}
