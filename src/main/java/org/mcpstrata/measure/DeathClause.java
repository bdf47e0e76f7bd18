package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** True when the person died in the window. */
public record DeathClause(Window during, String windowName) implements Clause {
    public DeathClause {
        requireNonNull(during, "during");
        requireNonNull(windowName, "windowName");
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }

    @Override
    public <R> R in(ClauseCases<R> cases) {
        return cases.death(this);
    }

    @Override
    public List<String> uses() {
        return during.event().stream().toList();
    }
}
