package org.mcpstrata.ingest;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * Tells a landing folder from the folders above and below it, which hold drops at another depth and would be read as
 * holding none.
 */
final class LandingHint {
    private static final String USUAL_NAME = "landing";

    private LandingHint() {}

    /** Refuses a folder whose manifests, if it has any, all lie where those of a landing folder do not. */
    static void requireLanding(FileStore store, Path landing) {
        if (holdsManifest(store, landing, 2)) {
            return;
        }
        if (holdsManifest(store, landing, 0)) {
            refuse("It is the folder of one drop: the landing folder is two levels above it.");
        }
        if (holdsManifest(store, landing, 1)) {
            refuse("It looks like one payer's folder: the landing folder is one level above it.");
        }
        if (isFolder(store, landing, USUAL_NAME) && holdsManifest(store, new Path(landing, USUAL_NAME), 2)) {
            refuse("Its folder '" + USUAL_NAME + "' holds drops and was probably meant.");
        }
        if (holdsManifest(store, landing, 3)) {
            refuse("Drops lie one level too deep: one of the folders in it was probably meant.");
        }
    }

    private static void refuse(String hint) {
        throw new ProblemException(ProblemCode.NOTHING_TO_READ, Place.of("--landing"), hint);
    }

    /** Whether a manifest lies so many folders below this one. */
    private static boolean holdsManifest(FileStore store, Path folder, int depth) {
        if (depth == 0) {
            return entries(store, folder).stream()
                    .anyMatch(entry -> entry.name().equals(DropFolder.MANIFEST));
        }
        for (FileStore.Entry entry : entries(store, folder)) {
            if (entry.kind() == FileStore.Kind.FOLDER
                    && holdsManifest(store, new Path(folder, entry.name()), depth - 1)) {
                return true;
            }
        }
        return false;
    }

    private static List<FileStore.Entry> entries(FileStore store, Path folder) {
        try {
            return store.list(folder);
        } catch (IOException e) {
            // Far above a landing folder lie folders of others; what cannot be looked into gives no hint.
            return List.of();
        }
    }

    private static boolean isFolder(FileStore store, Path folder, String name) {
        return entries(store, folder).stream()
                .anyMatch(entry ->
                        entry.kind() == FileStore.Kind.FOLDER && entry.name().equals(name));
    }
}
