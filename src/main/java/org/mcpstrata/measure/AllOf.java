package org.mcpstrata.measure;

import java.util.List;

/** True when every named definition holds. */
public record AllOf(List<String> uses) implements Clause {
    public AllOf {
        uses = List.copyOf(uses);
    }

    @Override
    public Kind kind() {
        return Kind.TRUTH;
    }
}
