package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * Where the keys of a split's records lie that an earlier run read: 32 bytes a record, its key, its content and its line.
 *
 * @param split number of the split in this run
 * @param records how many there may be
 */
record StoredKeys(int split, String path, long records) implements Serializable {
    private static final int ENTRY_BYTES = 32;

    StoredKeys {
        requireNonNull(path, "path");
    }

    /** About how much there is to read. */
    long bytes() {
        return ENTRY_BYTES * records;
    }

    /** Adds the keys to others. */
    void addTo(SplitKeys keys, FileStore store) throws IOException {
        Path file = new Path(path);
        long entries = store.bytes(file) / ENTRY_BYTES;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(store.open(file, 0)))) {
            for (long i = 0; i < entries; i++) {
                keys.addRecord(new KeyBlock.Hash(in.readLong(), in.readLong()), in.readLong(), split, in.readLong());
            }
        }
    }

    /** A file of keys in the making. */
    static final class Writer implements SplitKeys.RecordKeys, AutoCloseable {
        private final DataOutputStream out;

        Writer(OutputStream file) {
            this.out = new DataOutputStream(new BufferedOutputStream(file));
        }

        @Override
        public void take(KeyBlock.Hash hash, long content, long line) throws IOException {
            out.writeLong(hash.high());
            out.writeLong(hash.low());
            out.writeLong(content);
            out.writeLong(line);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
