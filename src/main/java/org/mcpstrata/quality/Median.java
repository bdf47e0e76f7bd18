package org.mcpstrata.quality;

import java.util.List;

/** The middle of numbers; of an even count the mean of the two in the middle. */
final class Median {
    private Median() {}

    /** @param numbers at least one */
    static double of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
