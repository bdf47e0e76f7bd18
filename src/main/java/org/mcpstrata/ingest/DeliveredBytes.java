package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;

/**
 * The bytes of a delivered file; whatever keeps them from being read is an {@link UnreadableDelivery}, and so told apart
 * from a failure of the files that a run writes.
 */
final class DeliveredBytes extends FilterInputStream {
    private final Place at;

    private DeliveredBytes(InputStream in, Place at) {
        super(in);
        this.at = requireNonNull(at, "at");
    }

    /**
     * Opens a file.
     *
     * @param position of the first byte to read, from 0
     * @param at the file as problems name it
     */
    static InputStream open(FileStore store, Path file, long position, Place at) throws UnreadableDelivery {
        try {
            return new DeliveredBytes(store.open(file, position), at);
        } catch (IOException e) {
            throw UnreadableDelivery.of(e, at);
        }
    }

    @Override
    public int read() throws UnreadableDelivery {
        try {
            return super.read();
        } catch (IOException e) {
            throw UnreadableDelivery.of(e, at);
        }
    }

    @Override
    public int read(byte[] target, int from, int length) throws UnreadableDelivery {
        try {
            return super.read(target, from, length);
        } catch (IOException e) {
            throw UnreadableDelivery.of(e, at);
        }
    }
}
