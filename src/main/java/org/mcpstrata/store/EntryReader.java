package org.mcpstrata.store;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link EntryWriter} wrote; an entry that ends too soon is said to be damaged. */
public final class EntryReader {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LOW = MORE - 1;

    private final byte[] bytes;
    private int next;

    /** @param bytes of one entry, not to be changed while it is read */
    public EntryReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean flag() throws IOException {
        return one() != 0;
    }

    public long number() throws IOException {
        long rest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int read = one();
            rest |= (long) (read & LOW) << shift;
            if ((read & MORE) == 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IOException("a number has no end");
    }

    /** A number that says how much follows. */
    public int count() throws IOException {
        long count = number();
        if (count < 0 || count > bytes.length - next) {
            throw new EOFException("an entry ends too soon");
        }
        return (int) count;
    }

    public byte[] content() throws IOException {
        int length = count();
        next += length;
        return Arrays.copyOfRange(bytes, next - length, next);
    }

    public String text() throws IOException {
        int length = count();
        next += length;
        return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    /** A decimal with its scale. */
    public BigDecimal decimal() throws IOException {
        boolean isShort = flag();
        int scale = Math.toIntExact(number());
        return isShort ? BigDecimal.valueOf(number(), scale) : new BigDecimal(new BigInteger(content()), scale);
    }

    public boolean atEnd() {
        return next == bytes.length;
    }

    private byte one() throws IOException {
        if (next >= bytes.length) {
            throw new EOFException("an entry ends too soon");
        }
        return bytes[next++];
    }
}
