package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

/** Where a stratifier is published: kind of entity, and whether for everybody or for lines of business. */
record Level(String entityType, boolean everybody, String stratifierId) {
    Level {
        requireNonNull(entityType, "entityType");
        requireNonNull(stratifierId, "stratifierId");
    }

    static Level of(PublicTable table) {
        return new Level(table.entityType(), table.payerScope().equals(PublicTable.ALL), table.stratifierId());
    }

    Level of(String otherStratifier) {
        return new Level(entityType, everybody, otherStratifier);
    }

    /** The program's strata of everybody are never withheld as a whole. */
    boolean canBeWithheld() {
        return !stratifierId.equals(PublicTable.TOTAL) && (!entityType.equals(PublicTable.PROGRAM) || !everybody);
    }
}
