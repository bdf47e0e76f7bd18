package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one rate of the measure must say about the person of a story. What a story does not name is not compared.
 *
 * @param rate {@code overall}, or one of the measure's own rates
 * @param populations yes or no by column of member_result, for example {@code initial_population}
 * @param amounts numbers by column of member_result: {@code observation} for visits, {@code exposure} for member months
 */
record Expectation(String rate, Map<String, Boolean> populations, Map<String, BigDecimal> amounts) {
    Expectation {
        requireNonNull(rate, "rate");
        populations = Collections.unmodifiableMap(new TreeMap<>(populations));
        amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
        if (populations.isEmpty() && amounts.isEmpty()) {
            throw new IllegalArgumentException("nothing is expected of rate " + rate);
        }
    }

    /** Whether the expectation reaches what the measure counts: its numerator or its visits. */
    boolean saysWhatIsCounted() {
        return populations.containsKey("numerator") || amounts.containsKey("observation");
    }
}
