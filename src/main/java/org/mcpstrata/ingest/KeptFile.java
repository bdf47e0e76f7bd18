package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

/**
 * A file that an earlier run left below the output folder, as it was then.
 *
 * @param path below the output folder
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
record KeptFile(String path, String sha256) {
    KeptFile {
        requireNonNull(path, "path");
        requireNonNull(sha256, "sha256");
    }
}
