package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/** One rate of one measure, in the order of the result table. */
record RateKey(String measureId, String rateId) implements Comparable<RateKey>, Serializable {
    private static final Comparator<RateKey> ORDER =
            Comparator.comparing(RateKey::measureId).thenComparing(RateKey::rateId);

    RateKey {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
    }

    @Override
    public int compareTo(RateKey other) {
        return ORDER.compare(this, other);
    }
}
