package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

/** A group of people of one entity: where a count is counted, whatever the measure. */
record Cell(String entityType, String entityId, String scope, String stratifier, String stratum)
        implements Comparable<Cell> {
    static final String TOTAL = "TOTAL";
    static final String EVERYBODY = "ALL";
    static final String PRACTICE = "PRACTICE";
    static final String STATE = "STATE";
    static final String PROGRAM = "PROGRAM";

    Cell {
        requireNonNull(entityType, "entityType");
        requireNonNull(entityId, "entityId");
        requireNonNull(scope, "scope");
        requireNonNull(stratifier, "stratifier");
        requireNonNull(stratum, "stratum");
    }

    static Cell total(String entityType, String entityId, String scope) {
        return new Cell(entityType, entityId, scope, TOTAL, TOTAL);
    }

    boolean isTotal() {
        return stratifier.equals(TOTAL);
    }

    Cell at(String otherStratifier, String otherStratum) {
        return new Cell(entityType, entityId, scope, otherStratifier, otherStratum);
    }

    Cell of(String otherType, String otherId) {
        return new Cell(otherType, otherId, scope, stratifier, stratum);
    }

    /** The same of whatever program: its people are those of every other program of the period. */
    Cell ofAnyProgram() {
        return entityType.equals(PROGRAM) ? of(PROGRAM, "") : this;
    }

    Cell forEverybody() {
        return new Cell(entityType, entityId, EVERYBODY, stratifier, stratum);
    }

    @Override
    public int compareTo(Cell other) {
        int order = entityType.compareTo(other.entityType);
        order = order != 0 ? order : entityId.compareTo(other.entityId);
        order = order != 0 ? order : scope.compareTo(other.scope);
        order = order != 0 ? order : stratifier.compareTo(other.stratifier);
        return order != 0 ? order : stratum.compareTo(other.stratum);
    }

    @Override
    public String toString() {
        return String.join(", ", entityType, entityId, scope, stratifier, stratum);
    }
}
