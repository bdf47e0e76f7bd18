package org.mcpstrata.store;

import java.util.Arrays;

/** Bytes of one entry, as they are written: small numbers in one byte, everything one after the other. */
final class EntryWriter {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LOW = MORE - 1;
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[1024];
    private int size;

    void reset() {
        size = 0;
    }

    void flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    /** A whole number in as few bytes as it needs: small ones, of either sign, in one. */
    void number(long value) {
        room(LONGEST_NUMBER);
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while ((rest & ~LOW) != 0) {
            bytes[size++] = (byte) (rest & LOW | MORE);
            rest >>>= BITS;
        }
        bytes[size++] = (byte) rest;
    }

    /** The length, and then the content. */
    void content(byte[] content) {
        number(content.length);
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
