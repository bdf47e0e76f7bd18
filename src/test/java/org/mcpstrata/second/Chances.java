package org.mcpstrata.second;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A stream of choices that depends on its seed alone; {@link Random} promises the same numbers in every release. */
final class Chances {
    private final Random random;

    Chances(long seed) {
        this.random = new Random(seed);
    }

    /** True in so many of a hundred cases. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) (last.toEpochDay() - first.toEpochDay()) + 1));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the texts; one that stands there twice is twice as likely. */
    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The first of the texts in so many of a hundred cases, else one of the others. */
    String mostly(int percent, String usual, String... others) {
        return percent(percent) ? usual : pick(others);
    }
}
