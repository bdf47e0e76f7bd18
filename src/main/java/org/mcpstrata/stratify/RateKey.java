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

    // Written out: every verdict looks for the position of its rate, and what a record is given is several times as
    // slow.

    @Override
    public boolean equals(Object other) {
        return other instanceof RateKey that && rateId.equals(that.rateId) && measureId.equals(that.measureId);
    }

    @Override
    public int hashCode() {
        return measureId.hashCode() * 31 + rateId.hashCode();
    }

    @Override
    public int compareTo(RateKey other) {
        return ORDER.compare(this, other);
    }
}
