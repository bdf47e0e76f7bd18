package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;

/**
 * One FHIR expansion as it was fetched: the whole, or a page of it.
 *
 * @param offset number of concepts before it
 * @param concepts entries with a code, at every depth and counted as often as they stand there
 * @param total concepts of the whole expansion, as the server counted them
 */
record ExpansionPage(
        String id,
        String name,
        String release,
        int offset,
        int concepts,
        int total,
        SortedSet<Coding> members,
        Place place) {
    ExpansionPage {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(release, "release");
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        requireNonNull(place, "place");
    }

    /** Some servers repeat a code for each version of its system and count it once. */
    boolean isWhole() {
        return offset == 0 && (concepts == total || concepts > total && members.size() == total);
    }

    Expansion whole(SortedSet<Coding> all) {
        return new Expansion(id, name, release, all, place);
    }
}
