package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

/** Whom a row counts. */
record Position(PublicTable table, String entityId, String stratumId) {
    Position {
        requireNonNull(table, "table");
        requireNonNull(entityId, "entityId");
        requireNonNull(stratumId, "stratumId");
    }

    Position with(PublicTable other) {
        return new Position(other, entityId, stratumId);
    }

    /** Names the cell for drawing lots between equally good cells; holds no count. */
    String key(Count count) {
        return String.join(
                "\u001f",
                table.rate().measureId(),
                table.rate().rateId(),
                table.entityType(),
                entityId,
                table.payerScope(),
                table.stratifierId(),
                stratumId,
                count.name());
    }
}
