package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.model.Practice;

/**
 * A cell of one practice while it travels between tasks. Holds no enum: the hash code of one differs between machines,
 * and equal cells must meet.
 */
record PracticeCell(
        Practice practice, String measureId, String rateId, String payerScope, String stratifierId, String stratumId)
        implements Serializable {
    PracticeCell {
        requireNonNull(practice, "practice");
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
        requireNonNull(payerScope, "payerScope");
        requireNonNull(stratifierId, "stratifierId");
        requireNonNull(stratumId, "stratumId");
    }

    CellKey key(EntityType type, String entityId) {
        return new CellKey(measureId, rateId, type, entityId, payerScope, stratifierId, stratumId);
    }
}
