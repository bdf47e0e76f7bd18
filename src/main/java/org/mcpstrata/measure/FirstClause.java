package org.mcpstrata.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The earliest event, by its start.
 *
 * @param of events
 * @param orElse events that count only where {@code of} has none
 */
public record FirstClause(List<String> of, List<String> orElse) implements Clause {
    public FirstClause {
        of = List.copyOf(of);
        orElse = List.copyOf(orElse);
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.first(this);
    }

    @Override
    public List<String> uses() {
        List<String> names = new ArrayList<>(of);
        names.addAll(orElse);
        return List.copyOf(names);
    }
}
