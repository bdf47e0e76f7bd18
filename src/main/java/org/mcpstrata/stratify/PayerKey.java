package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/** Within one payer costs may be compared; a measure's costs of one payer have one mean, one percentile, one risk scale. */
record PayerKey(String measureId, String payerId) implements Comparable<PayerKey>, Serializable {
    private static final Comparator<PayerKey> ORDER =
            Comparator.comparing(PayerKey::measureId).thenComparing(PayerKey::payerId);

    PayerKey {
        requireNonNull(measureId, "measureId");
        requireNonNull(payerId, "payerId");
    }

    @Override
    public int compareTo(PayerKey other) {
        return ORDER.compare(this, other);
    }
}
