package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What a cell counts: one rate of one measure for one entity, payer scope and stratum. The order is that of the result
 * table, by text.
 */
record CellKey(
        String measureId,
        String rateId,
        EntityType entityType,
        String entityId,
        String payerScope,
        String stratifierId,
        String stratumId)
        implements Comparable<CellKey> {
    /** Stands for all strata of a stratifier together, each person counted once; never a row of a table. */
    static final String UNION = "*";

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::measureId)
            .thenComparing(CellKey::rateId)
            .thenComparing(key -> key.entityType().name())
            .thenComparing(CellKey::entityId)
            .thenComparing(CellKey::payerScope)
            .thenComparing(CellKey::stratifierId)
            .thenComparing(CellKey::stratumId);

    CellKey {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
        requireNonNull(entityType, "entityType");
        requireNonNull(entityId, "entityId");
        requireNonNull(payerScope, "payerScope");
        requireNonNull(stratifierId, "stratifierId");
        requireNonNull(stratumId, "stratumId");
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    /** The block of rows the cell belongs to: everything but stratifier and stratum. */
    CellKey block() {
        return new CellKey(measureId, rateId, entityType, entityId, payerScope, "", "");
    }

    CellKey inStratum(String stratum) {
        return new CellKey(measureId, rateId, entityType, entityId, payerScope, stratifierId, stratum);
    }
}
