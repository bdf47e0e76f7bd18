package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A value set as it is in one measurement year.
 *
 * @param id OID, local id, or {@code SYSTEM|code} of a single code
 * @param members single codes, in normal form
 * @param headings codes that stand for themselves and everything beneath them: ICD-10-CM headings, types of bill, NDC
 *     products
 * @param notMembers codes taken out of the headings again
 * @param notHeadings headings taken out of the headings again
 * @param unverified what of the codes or their years was not checked against their source, or empty
 */
public record ValueSet(
        String id,
        String name,
        SortedSet<Coding> members,
        SortedSet<Coding> headings,
        SortedSet<Coding> notMembers,
        SortedSet<Coding> notHeadings,
        String unverified)
        implements Serializable {
    public ValueSet {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        headings = Collections.unmodifiableSortedSet(new TreeSet<>(headings));
        notMembers = Collections.unmodifiableSortedSet(new TreeSet<>(notMembers));
        notHeadings = Collections.unmodifiableSortedSet(new TreeSet<>(notHeadings));
        requireNonNull(unverified, "unverified");
    }

    /** A set of single codes. */
    public static ValueSet of(String id, String name, Collection<Coding> members) {
        return of(id, name, members, "");
    }

    /** A set of single codes with a note on what of it was not checked. */
    static ValueSet of(String id, String name, Collection<Coding> members, String unverified) {
        return new ValueSet(
                id, name, new TreeSet<>(members), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), unverified);
    }

    public boolean isEmpty() {
        return members.isEmpty() && headings.isEmpty();
    }
}
