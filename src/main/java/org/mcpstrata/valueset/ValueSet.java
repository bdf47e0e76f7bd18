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
 * @param prefixes codes that stand for themselves and everything beneath them: ICD-10-CM headings, types of bill
 */
public record ValueSet(String id, String name, SortedSet<Coding> members, SortedSet<Coding> prefixes)
        implements Serializable {
    public ValueSet {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        prefixes = Collections.unmodifiableSortedSet(new TreeSet<>(prefixes));
    }

    /** A set of single codes. */
    public static ValueSet of(String id, String name, Collection<Coding> members) {
        return new ValueSet(id, name, new TreeSet<>(members), new TreeSet<>());
    }

    public boolean isEmpty() {
        return members.isEmpty() && prefixes.isEmpty();
    }
}
