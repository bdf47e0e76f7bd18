package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * The rows of one rate, entity type, payer scope and stratifier: published together or not at all.
 *
 * @param rate whose verdicts it counts
 */
record PublicTable(RateName rate, String entityType, String payerScope, String stratifierId)
        implements Comparable<PublicTable> {
    static final String ALL = "ALL";
    static final String TOTAL = "TOTAL";
    static final String PROGRAM = "PROGRAM";
    static final String STATE = "STATE";
    static final String PRACTICE = "PRACTICE";

    private static final Comparator<PublicTable> ORDER = Comparator.comparing(PublicTable::rate)
            .thenComparing(PublicTable::entityType)
            .thenComparing(PublicTable::payerScope)
            .thenComparing(PublicTable::stratifierId);

    PublicTable {
        requireNonNull(rate, "rate");
        requireNonNull(entityType, "entityType");
        requireNonNull(payerScope, "payerScope");
        requireNonNull(stratifierId, "stratifierId");
    }

    PublicTable at(String otherType) {
        return new PublicTable(rate, otherType, payerScope, stratifierId);
    }

    PublicTable of(String otherStratifier) {
        return new PublicTable(rate, entityType, payerScope, otherStratifier);
    }

    PublicTable ofEverybody() {
        return new PublicTable(rate, entityType, ALL, stratifierId);
    }

    boolean isTotal() {
        return stratifierId.equals(TOTAL);
    }

    @Override
    public int compareTo(PublicTable other) {
        return ORDER.compare(this, other);
    }
}
