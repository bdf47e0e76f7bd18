package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A file of evaluated people, one range of person ids.
 *
 * @param part number of the range
 * @param name of the file
 * @param sha256 of its bytes
 */
record StoredPeople(int part, String name, String sha256) implements Serializable {
    StoredPeople {
        requireNonNull(name, "name");
        requireNonNull(sha256, "sha256");
    }
}
