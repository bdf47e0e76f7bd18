package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** The rows that one rate of one measure has for one entity and payer scope. */
record Block(RateKey rate, Entity entity, String payerScope) implements Serializable {
    Block {
        requireNonNull(rate, "rate");
        requireNonNull(entity, "entity");
        requireNonNull(payerScope, "payerScope");
    }
}
