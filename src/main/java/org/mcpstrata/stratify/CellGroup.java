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

    /**
     * Of people in several strata of a stratifier, what must be added to everybody less those without a known value: where
     * they spent elsewhere too, they are people still.
     */
    static final String KNOWN = "*KNOWN";

    CellGroup {
        requireNonNull(entityId, "entityId");
        requireNonNull(payerScope, "payerScope");
        requireNonNull(stratifierId, "stratifierId");
        requireNonNull(stratumId, "stratumId");
    }

    /** The same, to be added to those of known value less the people of a stratum. */
    static String without(String stratumId) {
        return "*WITHOUT " + stratumId;
    }

    // Written out: a person is looked up in hundreds of groups, and what a record is given is several times as slow.

    @Override
    public boolean equals(Object other) {
        return other instanceof CellGroup that
                && stratumId.equals(that.stratumId)
                && stratifierId.equals(that.stratifierId)
                && payerScope.equals(that.payerScope)
                && entityId.equals(that.entityId);
    }

    @Override
    public int hashCode() {
        // Ids are short and alike, and 31 would give thousands of groups one number.
        int hash = entityId.hashCode() * 0x9E3779B1 + payerScope.hashCode();
        hash = hash * 0x9E3779B1 + stratifierId.hashCode();
        hash = hash * 0x9E3779B1 + stratumId.hashCode();
        return hash ^ hash >>> 15;
    }
}
