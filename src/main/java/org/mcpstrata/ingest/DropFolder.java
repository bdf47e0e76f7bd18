package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.problem.Place;

/**
 * Where a drop lies.
 *
 * @param payer name of the payer's folder
 * @param drop name of the drop's folder
 * @param path its full path as text
 */
record DropFolder(String payer, String drop, String path) implements Serializable {
    static final String MANIFEST = "manifest.json";

    DropFolder {
        requireNonNull(payer, "payer");
        requireNonNull(drop, "drop");
        requireNonNull(path, "path");
    }

    Place place() {
        return Place.of(payer + '/' + drop);
    }
}
