package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A stratum of a coarser step.
 *
 * @param merges the strata of step 0 that it takes together, two at least
 */
public record MergedStratum(String id, String label, SortedSet<String> merges) {
    public MergedStratum {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        merges = Collections.unmodifiableSortedSet(new TreeSet<>(merges));
        if (merges.size() < 2) {
            throw new IllegalArgumentException("two strata at least are merged");
        }
    }

    boolean holdsAll(Collection<String> finest) {
        return merges.containsAll(finest);
    }
}
