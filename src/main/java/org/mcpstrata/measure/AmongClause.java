package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Those of some events that stand in a relation to a window: a second relation of events that have one already.
 *
 * @param of events, or one event
 */
public record AmongClause(String of, Timing timing) implements Clause {
    public AmongClause {
        requireNonNull(of, "of");
        requireNonNull(timing, "timing");
    }

    @Override
    public Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    public List<String> uses() {
        List<String> names = new ArrayList<>(List.of(of));
        timing.window().event().ifPresent(names::add);
        return List.copyOf(names);
    }
}
