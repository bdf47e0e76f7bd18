package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A value set as the project ships it: codes and headings, each with the measurement years it belongs to.
 *
 * @param unverified what of the codes or their years was not checked against their source, or empty
 * @param members in any year
 * @param notMembers taken out of the headings again
 */
record StarterSet(String id, String name, String unverified, List<Entry> members, List<Entry> notMembers) {
    StarterSet {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(unverified, "unverified");
        members = List.copyOf(members);
        notMembers = List.copyOf(notMembers);
    }

    /**
     * One code or heading.
     *
     * @param heading stands for everything beneath it too
     * @param from first measurement year; {@link Integer#MIN_VALUE} without a beginning
     * @param to last measurement year; {@link Integer#MAX_VALUE} without an end
     */
    record Entry(Coding coding, boolean heading, int from, int to) {
        boolean inForce(int year) {
            return from <= year && year <= to;
        }

        boolean bounded() {
            return from != Integer.MIN_VALUE || to != Integer.MAX_VALUE;
        }

        boolean covers(Coding other) {
            return coding.system() == other.system()
                    && (heading
                            ? other.code().startsWith(coding.code())
                            : other.code().equals(coding.code()));
        }
    }

    /** The set in that year. */
    ValueSet in(int year) {
        return new ValueSet(
                id,
                name,
                codings(members, entry -> entry.inForce(year) && !entry.heading()),
                codings(members, entry -> entry.inForce(year) && entry.heading()),
                codings(notMembers, entry -> entry.inForce(year) && !entry.heading()),
                codings(notMembers, entry -> entry.inForce(year) && entry.heading()),
                unverified);
    }

    private static SortedSet<Coding> codings(List<Entry> entries, Predicate<Entry> wanted) {
        SortedSet<Coding> found = new TreeSet<>();
        entries.stream().filter(wanted).forEach(entry -> found.add(entry.coding()));
        return found;
    }

    /** What stays unverified where a full expansion takes the place of the codes: the year bounds, which still apply. */
    String unverifiedBounds() {
        return Stream.concat(members.stream(), notMembers.stream()).anyMatch(Entry::bounded) ? unverified : "";
    }

    /** Codes that a later expansion no longer has, while the year still has them. */
    SortedSet<Coding> leavingAfter(int year) {
        return codings(members, entry -> entry.to() != Integer.MAX_VALUE && entry.inForce(year) && !entry.heading());
    }

    /**
     * Whether the year bounds of this set let a member of a full expansion stand in that year (founding decision 15).
     */
    boolean allows(Coding coding, int year) {
        boolean takenOut =
                notMembers.stream().anyMatch(entry -> entry.bounded() && entry.inForce(year) && entry.covers(coding));
        boolean bounded = members.stream().anyMatch(entry -> entry.bounded() && entry.covers(coding));
        boolean inForce = members.stream().anyMatch(entry -> entry.inForce(year) && entry.covers(coding));
        return !takenOut && (!bounded || inForce);
    }
}
