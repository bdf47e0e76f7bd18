package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Those of some events that stand in a relation to a window, or have some value: what else is asked of events that a
 * definition of their own has found.
 *
 * @param of events, or one event
 * @param timing null for any time
 * @param value what their value must be, or null
 */
public record AmongClause(String of, Timing timing, ValueTest value) implements Clause {
    public AmongClause {
        requireNonNull(of, "of");
        if (timing == null && value == null) {
            throw new IllegalArgumentException("events among others without a difference");
        }
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.among(this);
    }

    @Override
    public List<String> uses() {
        List<String> names = new ArrayList<>(List.of(of));
        if (timing != null) {
            timing.window().event().ifPresent(names::add);
        }
        return List.copyOf(names);
    }
}
