package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.measure.Definition;

/**
 * A definition with what it is built on. Definitions that measures share are one node, and are asked once per person.
 *
 * @param uses places of the nodes it is built on, in the order of {@link org.mcpstrata.measure.Clause#uses()}
 * @param query null unless it is an event clause
 */
record Node(Definition definition, int[] uses, EventQuery query) {
    Node {
        requireNonNull(definition, "definition");
        requireNonNull(uses, "uses");
    }
}
