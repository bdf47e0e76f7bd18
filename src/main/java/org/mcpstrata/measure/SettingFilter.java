package org.mcpstrata.measure;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Encounter classes (HL7 ActCode: AMB, EMER, IMP ...) of the encounter, or of the encounter a row is linked to. An
 * unlinked row satisfies {@code notIn} and fails {@code in} (measures.md 17, 5).
 */
public record SettingFilter(SortedSet<String> in, SortedSet<String> notIn) implements Serializable {
    public static final SettingFilter ANY = of(java.util.List.of(), java.util.List.of());

    public SettingFilter {
        in = Collections.unmodifiableSortedSet(new TreeSet<>(in));
        notIn = Collections.unmodifiableSortedSet(new TreeSet<>(notIn));
    }

    public static SettingFilter of(Collection<String> in, Collection<String> notIn) {
        return new SettingFilter(new TreeSet<>(in), new TreeSet<>(notIn));
    }

    /** Whether a class, or null for none, is accepted. */
    public boolean accepts(String encounterClass) {
        if (encounterClass == null) {
            return in.isEmpty();
        }
        return (in.isEmpty() || in.contains(encounterClass)) && !notIn.contains(encounterClass);
    }
}
