package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A full expansion of a value set, as its steward publishes it. */
record Expansion(String id, String name, SortedSet<Coding> members) {
    Expansion {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
}
