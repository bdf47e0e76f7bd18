package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** An entity's people of one payer scope, whatever the rate. */
public record ResultScope(EntityType entityType, String entityId, String payerScope) implements Serializable {
    private static final String PAYER = "payer:";

    public ResultScope {
        requireNonNull(entityType, "entityType");
        requireNonNull(entityId, "entityId");
        requireNonNull(payerScope, "payerScope");
    }

    /** Whether it is the people of a single payer. */
    public boolean isOfOnePayer() {
        return payerScope.startsWith(PAYER);
    }

    Entity entity() {
        return new Entity(entityType, entityId);
    }
}
