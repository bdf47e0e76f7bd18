package org.mcpstrata.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first so many bytes of a stream. */
final class BoundedBytes extends FilterInputStream {
    private long left;

    BoundedBytes(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    @Override
    public int read() throws IOException {
        if (left == 0) {
            return -1;
        }
        int b = super.read();
        left -= b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = super.read(target, from, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
