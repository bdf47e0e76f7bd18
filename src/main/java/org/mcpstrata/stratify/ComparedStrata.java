package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The strata of one stratifier for one rate of one entity and payer scope, as comparisons take them.
 *
 * @param known strata of known values that show a value, by id
 * @param rest everyone else of known value, by stratum; empty where it was not asked for, and without strata that it is not made for
 * @param everybody the unstratified row
 * @param answeredPercent of the people to whom the question applies, those with a known value that was given directly, 0
 *     to 100; null where it applies to nobody
 */
public record ComparedStrata(
        Stratifier stratifier,
        List<StratumValue> known,
        Map<String, StratumValue> rest,
        StratumValue everybody,
        Double answeredPercent) {
    public ComparedStrata {
        requireNonNull(stratifier, "stratifier");
        known = List.copyOf(known);
        rest = Collections.unmodifiableMap(new TreeMap<>(rest));
        requireNonNull(everybody, "everybody");
    }

    /** The known stratum of that id, where it shows a value. */
    public Optional<StratumValue> find(String stratumId) {
        return known.stream()
                .filter(value -> value.stratum().id().equals(stratumId))
                .findFirst();
    }
}
