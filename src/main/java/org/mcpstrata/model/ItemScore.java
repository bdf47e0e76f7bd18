package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a group of survey responses becomes a score: the mean of the items' means inside the group (measures.md 9), and how
 * many responses a score needs.
 *
 * @param items items of the instrument
 * @param lowest the worst answer of an item
 * @param highest the best answer of an item
 * @param scales the scale of each rate, by rate id: two rates may show one score on two scales
 * @param fewest fewest responses behind a score; with fewer the score is withheld
 * @param fewestOfLarge fewest responses of a large practice
 * @param largePractices ids of practices that the larger number holds for
 */
public record ItemScore(
        int items,
        int lowest,
        int highest,
        SortedMap<String, Scale> scales,
        long fewest,
        long fewestOfLarge,
        SortedSet<String> largePractices)
        implements Serializable {
    public ItemScore {
        scales = Collections.unmodifiableSortedMap(new TreeMap<>(scales));
        largePractices = Collections.unmodifiableSortedSet(new TreeSet<>(largePractices));
        if (items < 1 || lowest < 1 || highest <= lowest || fewest < 0 || fewestOfLarge < fewest || scales.isEmpty()) {
            throw new IllegalArgumentException("a score needs items, answers from 1 up, a scale and a fewest number");
        }
    }

    /**
     * A scale on which the answers' range is shown.
     *
     * @param from where the worst answer lies
     * @param to where the best answer lies
     */
    public record Scale(int from, int to) implements Serializable {
        public Scale {
            if (to <= from) {
                throw new IllegalArgumentException("a scale goes up");
            }
        }

        public int width() {
            return to - from;
        }
    }

    /** The scale of a rate; a rate without one is a defect. */
    public Scale scale(String rateId) {
        return requireNonNull(scales.get(rateId), "scale");
    }

    public ItemScore withLargePractices(SortedSet<String> practices) {
        return new ItemScore(items, lowest, highest, scales, fewest, fewestOfLarge, practices);
    }

    /**
     * Why the score of a group is withheld. The whole practice needs its number of responses, and every group inside it
     * the smaller one.
     *
     * @param practiceId the practice whose group it is; empty for states and the program
     * @param ofEntity responses of the whole entity
     * @param ofGroup responses of the group
     */
    public Optional<String> withheld(String practiceId, long ofEntity, long ofGroup) {
        if (largePractices.contains(practiceId) && ofEntity < fewestOfLarge) {
            return Optional.of("PRACTICE_BELOW_" + fewestOfLarge + "_RESPONSES");
        }
        return ofGroup < fewest ? Optional.of("BELOW_" + fewest + "_RESPONSES") : Optional.empty();
    }
}
