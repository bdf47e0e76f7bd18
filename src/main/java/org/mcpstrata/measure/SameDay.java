package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * Which of several results of one day decides (measures.md 2.7).
 *
 * <p>First the strongest kind of evidence of {@code prefer} that has a value on that day; inside it {@code then}, one
 * after the other, and then {@code first answer}. A missing value is of the measured kind: with {@link Missing#DECIDES}
 * it comes before every value of that kind. Where no kind has a value, a missing one is all there is. Values that cannot
 * be compared come after those that can. What still ties is decided by provenance, so that the answer never depends on
 * the order of delivery.
 *
 * @param prefer strongest first, what is not named last; empty means all kinds are equal
 * @param then not empty
 * @param firstAnswer of several that still tie, an answer in the first of these decides, then one in the second, and so
 *     on; empty asks nothing
 */
public record SameDay(List<Strength> prefer, Missing missing, List<Then> then, List<CodeSet> firstAnswer)
        implements Serializable {
    public SameDay {
        prefer = List.copyOf(prefer);
        requireNonNull(missing, "missing");
        then = List.copyOf(then);
        firstAnswer = List.copyOf(firstAnswer);
        if (then.isEmpty()) {
            throw new IllegalArgumentException("results of a day without an order");
        }
    }

    public SameDay(List<Strength> prefer, Missing missing, Then then) {
        this(prefer, missing, List.of(then), List.of());
    }

    /** Kinds of evidence for a result. */
    public enum Strength {
        /** A delivered result. */
        MEASURED,
        /** A delivered score that stands for an answer, path CLIN_MAPPED. */
        SCORED,
        /** A CPT category II code. */
        BAND,
        /** A quality-data code. */
        REPORTED
    }

    /** What a result without a value does. */
    public enum Missing {
        /** Beats every value of its kind and day, as CQL sorts null first (measures.md 17, 14). */
        DECIDES,
        /** Is left out while another result of the day has a value (measures.md 4, numerator 4). */
        IGNORED,
        /** Takes its turn by time; of one moment it comes after every value (CMS122 of 2024, CMS159). */
        IN_TURN
    }

    /** The order inside one kind of evidence. */
    public enum Then {
        LOWEST_VALUE,
        HIGHEST_VALUE,
        /** By time of day; a row without a time comes first. */
        LAST_TIME
    }
}
