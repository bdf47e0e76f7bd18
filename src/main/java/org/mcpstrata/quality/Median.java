package org.mcpstrata.quality;

import java.util.List;
import java.util.function.BinaryOperator;

/** The middle of values; of an even count the mean of the two in the middle. */
final class Median {
    private Median() {}

    /** @param values at least one */
    static <T extends Comparable<T>> T of(List<T> values, BinaryOperator<T> mean) {
        List<T> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : mean.apply(sorted.get(half - 1), sorted.get(half));
    }
}
