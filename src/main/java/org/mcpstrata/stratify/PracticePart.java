package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Practice;

/**
 * What one person's months of cost come to at one practice, in one payer scope, whoever paid for them.
 *
 * @param strata numbers of the strata that they count in
 * @param amounts by position of the rate
 */
record PracticePart(Practice practice, List<Integer> strata, SortedMap<Integer, Amounts> amounts) {
    PracticePart {
        requireNonNull(practice, "practice");
        strata = List.copyOf(strata);
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /** Counts the person here alone. */
    void count(Tally[] tallies) {
        count(amounts, tallies);
    }

    /** Counts the person once for all these parts; for none not at all. */
    static void count(Collection<PracticePart> parts, Tally[] tallies) {
        count(together(parts), tallies);
    }

    /** Takes the person away who was counted once for all these parts. */
    static void remove(Collection<PracticePart> parts, Tally[] tallies) {
        together(parts).forEach((rate, sum) -> Tally.at(tallies, rate).remove(sum));
    }

    private static void count(SortedMap<Integer, Amounts> amounts, Tally[] tallies) {
        amounts.forEach((rate, amount) -> Tally.at(tallies, rate).add(amount));
    }

    private static SortedMap<Integer, Amounts> together(Collection<PracticePart> parts) {
        SortedMap<Integer, Amounts> together = new TreeMap<>();
        parts.stream()
                .flatMap(part -> part.amounts().keySet().stream())
                .distinct()
                .forEach(rate -> together.put(rate, together(parts, rate)));
        return together;
    }

    private static Amounts together(Collection<PracticePart> parts, int rate) {
        BigDecimal observation = BigDecimal.ZERO;
        BigDecimal weight = BigDecimal.ZERO;
        for (PracticePart part : parts) {
            observation = observation.add(part.amounts().get(rate).observation());
            weight = weight.add(part.amounts().get(rate).weight());
        }
        return Amounts.of(observation, weight);
    }
}
