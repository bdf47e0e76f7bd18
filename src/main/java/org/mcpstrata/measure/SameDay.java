package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * Which of several results of one day decides (measures.md 2.7).
 *
 * <p>First the strongest kind of evidence of {@code prefer} that has a value on that day; inside it {@code then}. A
 * missing value is of the measured kind: with {@link Missing#DECIDES} it comes before every value of that kind. Where no
 * kind has a value, a missing one is all there is. Values that cannot be compared come after those that can. What still
 * ties is decided by provenance, so that the answer never depends on the order of delivery.
 *
 * @param prefer strongest first; empty means all kinds are equal
 */
public record SameDay(List<Strength> prefer, Missing missing, Then then) implements Serializable {
    public SameDay {
        prefer = List.copyOf(prefer);
        requireNonNull(missing, "missing");
        requireNonNull(then, "then");
    }

    /** Kinds of evidence for a result. */
    public enum Strength {
        /** A delivered result, path CLIN or CLIN_MAPPED. */
        MEASURED,
        /** A CPT category II code. */
        BAND,
        /** A quality-data code. */
        REPORTED
    }

    /** What a result without a value does. */
    public enum Missing {
        /** Beats every value of its kind and day, as CQL sorts null first (measures.md 17, 14). */
        DECIDES,
        /** Stands where its time of day puts it, so that only a later one without a value decides (CMS122 of 2024). */
        IN_ITS_TURN,
        /** Is left out while another result of the day has a value (measures.md 4, numerator 4). */
        IGNORED
    }

    /** The order inside one kind of evidence. */
    public enum Then {
        LOWEST_VALUE,
        HIGHEST_VALUE,
        /** By time of day; a row without a time comes first. Of one time the lowest value, and any value before none. */
        LAST_TIME
    }
}
