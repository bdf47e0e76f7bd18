package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * Where the keys of a split's records lie that an earlier run read.
 *
 * @param split number of the split in this run
 * @param bytes about how large the file is
 */
record StoredKeys(int split, String path, long bytes) implements Serializable {
    StoredKeys {
        requireNonNull(path, "path");
    }

    byte[] read(FileStore store) throws IOException {
        try (InputStream in = store.open(new Path(path), 0)) {
            return in.readAllBytes();
        }
    }
}
