package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;

/**
 * A full expansion of a value set, as its steward publishes it.
 *
 * @param release version of the definition and name of the expansion, as far as the file says so; may be empty
 * @param place the file it stands in
 */
record Expansion(String id, String name, String release, SortedSet<Coding> members, Place place) {
    Expansion {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(release, "release");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        requireNonNull(place, "place");
    }
}
