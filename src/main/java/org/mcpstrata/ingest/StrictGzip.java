package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.mcpstrata.problem.ProblemCode;

/**
 * Decompresses exactly one gzip member and refuses anything else: a cut or changed stream, a second member, bytes after
 * the end, and data that swell beyond reason. Java's own stream accepts several members and some kinds of rubbish.
 */
final class StrictGzip extends InputStream {
    /** More than this many bytes out for one byte in is no extract. */
    static final long MOST_RATIO = 200;
    /** Below this size the ratio is not looked at. */
    static final long RATIO_FREE_BYTES = 1 << 20;

    private static final int NAME_FLAG = 8;
    private static final int COMMENT_FLAG = 16;
    private static final int EXTRA_FLAG = 4;
    private static final int HEADER_CHECK_FLAG = 2;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[1 << 15];
    private int inputAt;
    private int inputEnd;
    private boolean done;

    StrictGzip(InputStream in) throws IOException {
        this.in = in;
        readHeader();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (done || length == 0) {
            return done ? -1 : 0;
        }
        try {
            int count = inflater.inflate(target, from, length);
            while (count == 0) {
                if (inflater.finished()) {
                    finish();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
                }
                if (inputAt == inputEnd) {
                    fill();
                }
                inflater.setInput(input, inputAt, inputEnd - inputAt);
                inputAt = inputEnd;
                count = inflater.inflate(target, from, length);
            }
            checksum.update(target, from, count);
            refuseBomb(inflater.getBytesWritten(), inflater.getBytesRead());
            return count;
        } catch (DataFormatException e) {
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
    }

    static void refuseBomb(long out, long in) throws BrokenCompression {
        if (out > RATIO_FREE_BYTES && out / MOST_RATIO > in) {
            throw new BrokenCompression(ProblemCode.ARCHIVE_REFUSED);
        }
    }

    private void finish() throws IOException {
        inputAt = inputEnd - inflater.getRemaining();
        long crc = little(4);
        long size = little(4);
        if (crc != checksum.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
        if (inputAt < inputEnd || in.read() >= 0) {
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
        done = true;
    }

    private void readHeader() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
        int flags = next();
        little(4);
        little(2);
        if ((flags & EXTRA_FLAG) != 0) {
            for (long left = little(2); left > 0; left--) {
                next();
            }
        }
        if ((flags & NAME_FLAG) != 0) {
            skipText();
        }
        if ((flags & COMMENT_FLAG) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK_FLAG) != 0) {
            little(2);
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // The name and comment inside a gzip header mean nothing here.
        }
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) next() << 8 * i;
        }
        return value;
    }

    private int next() throws IOException {
        if (inputAt == inputEnd) {
            fill();
        }
        return input[inputAt++] & 0xff;
    }

    private void fill() throws IOException {
        int count = in.read(input);
        if (count <= 0) {
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
        inputAt = 0;
        inputEnd = count;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
