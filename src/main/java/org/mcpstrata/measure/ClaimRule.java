package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How claim rows become events.
 *
 * @param dating which days a claim event has
 * @param diagnosis how long a diagnosis on a claim lasts
 * @param diagnosisSince null, or only claims whose days share one with this window: the look-back of a claims rule.
 *     With {@link Lasting#FROM_FIRST_CLAIM} the first claim inside it is the onset
 * @param notOnlyAt a claim all of whose lines are at one of these places of service does not count
 * @param notTypes claim types that do not count, for example {@code dme}
 * @param notModifiers lines with one of these modifiers do not count, for example {@code 8P}
 * @param none claim rows never count; clinical rows only
 */
public record ClaimRule(
        Dating dating,
        Lasting diagnosis,
        Window diagnosisSince,
        List<CodeSet> notOnlyAt,
        SortedSet<String> notTypes,
        SortedSet<String> notModifiers,
        boolean none)
        implements Serializable {
    public static final ClaimRule DEFAULT =
            new ClaimRule(Dating.LINE, Lasting.EPISODE, null, List.of(), new TreeSet<>(), new TreeSet<>(), false);

    public ClaimRule {
        requireNonNull(dating, "dating");
        requireNonNull(diagnosis, "diagnosis");
        notOnlyAt = List.copyOf(notOnlyAt);
        notTypes = Collections.unmodifiableSortedSet(new TreeSet<>(notTypes));
        notModifiers = Collections.unmodifiableSortedSet(new TreeSet<>(notModifiers));
    }

    /** Which days a claim event has. */
    public enum Dating {
        /** Days of the line, else of the claim. */
        LINE,
        /** First day of any line of the claim to the last, else the claim's days. */
        CLAIM,
        /** Admission to discharge, else the claim's days. */
        STAY
    }

    /** How long a diagnosis on a claim lasts (measures.md 2.4). */
    public enum Lasting {
        /** From the claim's first day to its last. */
        EPISODE,
        /** From the first claim with it, without end: chronic conditions. */
        FROM_FIRST_CLAIM
    }
}
