package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was agreed with one payer: {@code jobs/payers/<payer-id>.yaml}.
 *
 * @param mostRejected share of rejected records of a file before its drop is quarantined
 * @param thresholds by rule id
 */
public record PayerProfile(String payer, Optional<Variance> mostRejected, SortedMap<String, Variance> thresholds) {
    public PayerProfile {
        requireNonNull(payer, "payer");
        requireNonNull(mostRejected, "mostRejected");
        thresholds = new TreeMap<>(thresholds);
    }
}
