package org.mcpstrata.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow, one after the other, for one thread; the streams of the platform lock for each of them. */
public final class GrowingBytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final long LOW = MORE - 1;
    private static final int MOST_GROUPS = 10;

    private byte[] bytes;
    private int size;

    /** @param capacity bytes that there is room for at first */
    public GrowingBytes(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Forgets what was written and keeps the room. */
    public void reset() {
        size = 0;
    }

    public void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    /** Four bytes, the highest first. */
    public void four(int value) {
        room(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    /** Eight bytes, the highest first. */
    public void eight(long value) {
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** A whole number in groups of seven bits, the lowest first: small ones take one byte, negative ones ten. */
    public void number(long value) {
        room(MOST_GROUPS);
        long rest = value;
        while ((rest & ~LOW) != 0) {
            bytes[size++] = (byte) (rest & LOW | MORE);
            rest >>>= BITS;
        }
        bytes[size++] = (byte) rest;
    }

    /** A whole number in such groups, of which small ones of either sign take one byte. */
    public void signed(long value) {
        number(value << 1 ^ value >> Long.SIZE - 1);
    }

    /** All bytes of an array, without its length. */
    public void all(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    /** A copy of what was written. */
    public byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    /** What was written, to be read before anything else is written. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
