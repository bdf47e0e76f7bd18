package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One person's beneficiary months of one measure, whoever paid for them.
 *
 * @param strata the strata that months of a practice count in, by its id: stratifier and stratum, alternately
 * @param payers the months of each payer
 */
record PersonCosts(String measureId, SortedMap<String, List<String>> strata, List<PersonCost> payers) {
    PersonCosts {
        requireNonNull(measureId, "measureId");
        strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
        payers = List.copyOf(payers);
        for (PersonCost payer : payers) {
            if (!payer.measureId().equals(measureId)) {
                throw new IllegalArgumentException("costs of another measure");
            }
            for (PersonCost.Month month : payer.months()) {
                if (!strata.containsKey(month.practiceId())) {
                    throw new IllegalArgumentException("a month counts in the strata of no practice");
                }
            }
        }
    }
}
