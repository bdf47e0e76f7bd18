package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Completed years of age on a day ({@link org.mcpstrata.time.Age}). A person without a birth date has no age: false.
 *
 * @param from youngest age that holds, or null
 * @param to oldest age that holds, or null
 * @param at the day; where it is an event's and there is none, nobody has an age
 */
public record AgeClause(Integer from, Integer to, Anchor at) implements Clause {
    public AgeClause {
        requireNonNull(at, "at");
    }

    public boolean holds(int years) {
        return (from == null || years >= from) && (to == null || years <= to);
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.age(this);
    }

    @Override
    public List<String> uses() {
        return at.isOfPeriod() ? List.of() : List.of(at.of());
    }
}
