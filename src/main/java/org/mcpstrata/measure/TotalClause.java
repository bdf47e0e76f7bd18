package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums of the numbers of one day: one event for each day on which every part has one. A tool whose answers came without
 * their sum is scored by it (measures.md 8).
 *
 * @param of events with numbers
 * @param parts one number of each is needed; of several of one part the last by time counts
 * @param unlessDayWith a day on which one of these events ends has no sum: what was stated goes before what is added up
 */
public record TotalClause(String of, List<CodeSet> parts, List<String> unlessDayWith) implements Clause {
    public TotalClause {
        requireNonNull(of, "of");
        parts = List.copyOf(parts);
        unlessDayWith = List.copyOf(unlessDayWith);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a sum of nothing");
        }
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.total(this);
    }

    @Override
    public List<CodeSet> sets() {
        return parts;
    }

    @Override
    public List<String> uses() {
        List<String> names = new ArrayList<>(List.of(of));
        names.addAll(unlessDayWith);
        return List.copyOf(names);
    }
}
