package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A gzip writer whose bytes depend on its input alone. {@link java.util.zip.GZIPOutputStream} compresses with whatever zlib
 * the Java installation is linked to, and those differ; the sample data must be the same everywhere.
 *
 * <p>Every block of 128 KiB is packed on its own: repeats are found through a table of the last place of each four bytes, and
 * written with the fixed codes of RFC 1951.
 */
final class PortableGzip extends OutputStream {
    private static final int BLOCK = 1 << 17;
    private static final int WINDOW = 1 << 15;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 258;
    private static final int HASH_BITS = 15;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };
    private static final int[] LENGTH_CODE = lengthCodes();

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private final byte[] input = new byte[BLOCK];
    private final int[] lastPlace = new int[1 << HASH_BITS];
    private final byte[] packed = new byte[BLOCK * 9 / 8 + 64];
    private int filled;
    private int packedBytes;
    private long size;
    private long bits;
    private int bitCount;

    PortableGzip(OutputStream out) throws IOException {
        this.out = requireNonNull(out, "out");
        out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
    }

    private static int[] lengthCodes() {
        int[] codes = new int[LONGEST + 1];
        for (int code = 0; code < LENGTH_BASE.length; code++) {
            Arrays.fill(codes, LENGTH_BASE[code], LONGEST + 1, code);
        }
        return codes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        size += length;
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, offset + done, input, filled, part);
            filled += part;
            done += part;
            if (filled == BLOCK) {
                pack(false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        pack(true);
        if (bitCount > 0) {
            put(0, 8 - bitCount);
        }
        drain();
        for (int i = 0; i < 4; i++) {
            out.write((int) (checksum.getValue() >>> 8 * i));
        }
        for (int i = 0; i < 4; i++) {
            out.write((int) (size >>> 8 * i));
        }
        out.close();
    }

    private void pack(boolean last) throws IOException {
        Arrays.fill(lastPlace, -1);
        put(last ? 1 : 0, 1);
        put(1, 2);
        int at = 0;
        while (at < filled) {
            int length = 0;
            int distance = 0;
            if (at + SHORTEST <= filled) {
                int hash = hash(at);
                int candidate = lastPlace[hash];
                lastPlace[hash] = at;
                if (candidate >= 0 && at - candidate <= WINDOW) {
                    length = common(candidate, at);
                    distance = at - candidate;
                }
            }
            if (length >= SHORTEST) {
                repeat(length, distance);
                int end = Math.min(at + length, filled - SHORTEST);
                for (int inside = at + 1; inside < end; inside++) {
                    lastPlace[hash(inside)] = inside;
                }
                at += length;
            } else {
                literal(input[at] & 0xFF);
                at++;
            }
        }
        literal(256);
        filled = 0;
        drain();
    }

    private int hash(int at) {
        int word = input[at] & 0xFF | (input[at + 1] & 0xFF) << 8 | (input[at + 2] & 0xFF) << 16 | input[at + 3] << 24;
        return word * 0x9E3779B1 >>> 32 - HASH_BITS;
    }

    private int common(int earlier, int at) {
        int limit = Math.min(LONGEST, filled - at);
        int mismatch = Arrays.mismatch(input, earlier, earlier + limit, input, at, at + limit);
        return mismatch < 0 ? limit : mismatch;
    }

    private void literal(int symbol) {
        if (symbol < 144) {
            code(0x30 + symbol, 8);
        } else if (symbol < 256) {
            code(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            code(symbol - 256, 7);
        } else {
            code(0xC0 + symbol - 280, 8);
        }
    }

    private void repeat(int length, int distance) {
        int lengthCode = LENGTH_CODE[length];
        literal(257 + lengthCode);
        put(length - LENGTH_BASE[lengthCode], LENGTH_EXTRA[lengthCode]);
        int found = Arrays.binarySearch(DISTANCE_BASE, distance);
        int distanceCode = found >= 0 ? found : -found - 2;
        code(distanceCode, 5);
        put(distance - DISTANCE_BASE[distanceCode], Math.max(0, distanceCode / 2 - 1));
    }

    /** Huffman codes are written from their highest bit. */
    private void code(int value, int width) {
        put(Integer.reverse(value) >>> 32 - width, width);
    }

    private void put(int value, int width) {
        bits |= (long) value << bitCount;
        bitCount += width;
        while (bitCount >= 8) {
            packed[packedBytes++] = (byte) bits;
            bits >>>= 8;
            bitCount -= 8;
        }
    }

    private void drain() throws IOException {
        out.write(packed, 0, packedBytes);
        packedBytes = 0;
    }
}
