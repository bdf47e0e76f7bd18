package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.store.TableFile;

/**
 * A split with its files where they stay.
 *
 * @param keys path of the keys of its records
 * @param rejects path of its rejected records, empty where there are none
 * @param counts whether its rows count
 * @param rows files of rows that count
 */
record PlacedSplit(Split split, String keys, String rejects, boolean counts, List<TableFile> rows) {
    PlacedSplit {
        requireNonNull(split, "split");
        requireNonNull(keys, "keys");
        requireNonNull(rejects, "rejects");
        rows = List.copyOf(rows);
    }

    /** Paths of all its files. */
    List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(keys));
        if (!rejects.isEmpty()) {
            paths.add(rejects);
        }
        rows.forEach(file -> paths.add(file.path()));
        return paths;
    }
}
