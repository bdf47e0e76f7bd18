package org.mcpstrata.measure;

import java.util.List;

/** True when no named definition holds. */
public record NoneOf(List<String> uses) implements Clause {
    public NoneOf {
        uses = List.copyOf(uses);
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }
}
