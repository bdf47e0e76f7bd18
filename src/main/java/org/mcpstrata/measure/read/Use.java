package org.mcpstrata.measure.read;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.document.Node;

/**
 * A library that a file uses.
 *
 * @param library its name
 * @param window a window of the using file that the library's definitions have where they name the measurement period as a
 *     whole, or null
 */
public record Use(Node.Text library, Node.Text window) {
    public Use {
        requireNonNull(library, "library");
    }
}
