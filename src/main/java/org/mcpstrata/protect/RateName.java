package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/** A rate of a measure. */
record RateName(String measureId, String rateId) implements Comparable<RateName> {
    private static final Comparator<RateName> ORDER =
            Comparator.comparing(RateName::measureId).thenComparing(RateName::rateId);

    RateName {
        requireNonNull(measureId, "measureId");
        requireNonNull(rateId, "rateId");
    }

    @Override
    public int compareTo(RateName other) {
        return ORDER.compare(this, other);
    }
}
