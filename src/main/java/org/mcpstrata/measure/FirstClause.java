package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The earliest event, by its start.
 *
 * @param of events
 * @param orElse events that count only where {@code of} has none, or empty
 */
public record FirstClause(String of, String orElse) implements Clause {
    public FirstClause {
        requireNonNull(of, "of");
        requireNonNull(orElse, "orElse");
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public List<String> uses() {
        return orElse.isEmpty() ? List.of(of) : List.of(of, orElse);
    }
}
