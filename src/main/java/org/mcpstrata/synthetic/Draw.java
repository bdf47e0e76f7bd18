package org.mcpstrata.synthetic;

import java.time.LocalDate;
import java.util.List;

/**
 * A stream of choices that depends on nothing but its seeds: SplitMix64, written out so that no release of Java can
 * change the sample data. Every person and every topic of care has a stream of its own, so person {@code i} is the same
 * whatever the size of the population, and a new topic does not disturb the others.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw of(long seed, long person, long topic) {
        return new Draw(mix(mix(mix(seed + GOLDEN) + person * GOLDEN) + topic * GOLDEN));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A whole number from 0 to {@code bound - 1}. */
    int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound is not positive");
        }
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return (next() >>> 11) * 0x1.0p-53 < probability;
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[below(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The index of one of the weights, each chosen in proportion to its size. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int rest = below(total);
        int index = 0;
        while (rest >= weights[index]) {
            rest -= weights[index];
            index++;
        }
        return index;
    }

    /** A day from {@code first} to {@code last}, both included. */
    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    /** A count with this mean, as independent rare events give it (Poisson, by multiplication). */
    int count(double mean) {
        double limit = Math.exp(-mean);
        double product = 1;
        int events = -1;
        do {
            product *= (next() >>> 11) * 0x1.0p-53;
            events++;
        } while (product > limit);
        return events;
    }
}
