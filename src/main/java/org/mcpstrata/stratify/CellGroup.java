package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

/**
 * The cells of all rates that share an entity, payer scope and stratum. Counting a person touches one group, not one
 * cell a rate, which is most of the work saved.
 *
 * @param entityId a practice while people are counted; a state or the program after the roll-up
 */
record CellGroup(String entityId, String payerScope, String stratifierId, String stratumId) {
    /** Stands for all strata of a stratifier together, each person counted once; never a row of a table. */
    static final String UNION = "*";

    CellGroup {
        requireNonNull(entityId, "entityId");
        requireNonNull(payerScope, "payerScope");
        requireNonNull(stratifierId, "stratifierId");
        requireNonNull(stratumId, "stratumId");
    }
}
