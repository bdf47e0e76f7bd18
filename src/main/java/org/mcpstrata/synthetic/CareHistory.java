package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All care of a person in the period and the year before it (procedures reach further back).
 *
 * @param claims in order of their sequence
 * @param facts what the clinical registry knows; empty for people outside the registry
 * @param hospiceStart first day of hospice enrollment, where there is one
 * @param hospiceEnd last day of it
 */
record CareHistory(
        List<Claim> claims,
        List<Fill> fills,
        List<ClinicalFact> facts,
        boolean registered,
        Optional<LocalDate> hospiceStart,
        Optional<LocalDate> hospiceEnd) {
    CareHistory {
        claims = List.copyOf(claims);
        fills = List.copyOf(fills);
        facts = List.copyOf(facts);
        requireNonNull(hospiceStart, "hospiceStart");
        requireNonNull(hospiceEnd, "hospiceEnd");
    }
}
