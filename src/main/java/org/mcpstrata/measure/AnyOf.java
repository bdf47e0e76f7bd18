package org.mcpstrata.measure;

import java.util.List;

/** True when at least one named definition holds. */
public record AnyOf(List<String> uses) implements Clause {
    public AnyOf {
        uses = List.copyOf(uses);
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }
}
