package org.mcpstrata.statistics;

import java.util.List;
import java.util.Optional;
import org.mcpstrata.statistics.WithinBetween.Place;

/**
 * The difference of two groups inside practices (Mantel-Haenszel risk difference; stratification.md 4.5), over practices
 * with enough people of both.
 *
 * @param places practices it was taken over
 */
public record MantelHaenszel(double difference, int places) {
    private static final long FEWEST_OF_EACH = 12;
    private static final long FEWEST_TOGETHER = 25;

    /** Whether a practice has enough people of both groups. */
    public static boolean isEligible(Place place) {
        long n1 = place.one().denominator();
        long n0 = place.other().denominator();
        return n1 >= FEWEST_OF_EACH && n0 >= FEWEST_OF_EACH && n1 + n0 >= FEWEST_TOGETHER;
    }

    /** The difference over the eligible ones of these practices; empty where none is. */
    public static Optional<MantelHaenszel> of(List<Place> places) {
        double weights = 0;
        double sum = 0;
        int eligible = 0;
        for (Place place : places) {
            if (isEligible(place)) {
                double n1 = place.one().denominator();
                double n0 = place.other().denominator();
                double weight = n1 * n0 / (n1 + n0);
                weights += weight;
                sum += weight * (place.one().value() - place.other().value());
                eligible++;
            }
        }
        return eligible == 0 ? Optional.empty() : Optional.of(new MantelHaenszel(sum / weights, eligible));
    }
}
