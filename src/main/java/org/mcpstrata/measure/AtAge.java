package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The named events on whose first day the person has the age ({@link org.mcpstrata.time.Age}): measures that ask for the
 * age "on the date of the encounter" (measures.md 0, 4). Without a birth date, or without a known first day, none.
 *
 * @param of events
 * @param from youngest age that holds, or null
 * @param to oldest age that holds, or null
 */
public record AtAge(String of, Integer from, Integer to) implements Clause {
    public AtAge {
        requireNonNull(of, "of");
        if (from == null && to == null) {
            throw new IllegalArgumentException("an age needs a limit");
        }
    }

    public boolean holds(int years) {
        return (from == null || years >= from) && (to == null || years <= to);
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.atAge(this);
    }

    @Override
    public List<String> uses() {
        return List.of(of);
    }
}
