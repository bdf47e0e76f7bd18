package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * True when the number of events, or of different last days of events, passes the limit.
 *
 * @param of events
 */
public record CountClause(String of, Unit unit, Limit limit) implements Clause {
    public CountClause {
        requireNonNull(of, "of");
        requireNonNull(unit, "unit");
        requireNonNull(limit, "limit");
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.count(this);
    }

    @Override
    public List<String> uses() {
        return List.of(of);
    }

    /** What is counted. */
    public enum Unit {
        EVENTS,
        DIFFERENT_DAYS
    }
}
