package org.mcpstrata.testdeck;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a deck expects of one patient.
 *
 * @param id of the patient; the name of the bundle's file
 * @param name the author's name for it, or empty
 * @param expected whether each population that the deck names holds, after precedence
 */
public record DeckCase(String id, String name, SortedMap<DeckPopulation, Boolean> expected) {
    public DeckCase {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    }
}
