package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.FinalActionRule;

/**
 * What was agreed with one payer: {@code jobs/payers/<payer-id>.yaml}.
 *
 * @param mostRejected share of rejected records of a file before its drop is quarantined
 * @param thresholds by rule id
 * @param finalAction how cancellations of claims with natural keys settle; of all drops, since a key's claims come in several
 * @param apcd how the payer's APCD-CDL files differ
 */
public record PayerProfile(
        String payer,
        Optional<Variance> mostRejected,
        SortedMap<String, Variance> thresholds,
        FinalActionRule finalAction,
        ApcdTerms apcd) {
    public PayerProfile {
        requireNonNull(payer, "payer");
        requireNonNull(mostRejected, "mostRejected");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(apcd, "apcd");
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
    }
}
