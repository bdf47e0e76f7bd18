package org.mcpstrata.canonicalize;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/** A claim as its payer numbers it; the member is no part of it, since a member's number may change between versions. */
record ClaimNumber(String payerId, Table table, String claimId) implements Comparable<ClaimNumber> {
    private static final Comparator<ClaimNumber> ORDER = Comparator.comparing(ClaimNumber::payerId)
            .thenComparing(ClaimNumber::table)
            .thenComparing(ClaimNumber::claimId);

    ClaimNumber {
        requireNonNull(payerId, "payerId");
        requireNonNull(table, "table");
        requireNonNull(claimId, "claimId");
    }

    /** The number of a claim row. */
    static ClaimNumber of(CanonicalRow row) {
        return new ClaimNumber(row.payerId(), row.table(), ClaimColumns.claimId(row));
    }

    /** Another claim of the same payer and kind. */
    ClaimNumber withId(String id) {
        return new ClaimNumber(payerId, table, id);
    }

    @Override
    public int compareTo(ClaimNumber other) {
        return ORDER.compare(this, other);
    }
}
