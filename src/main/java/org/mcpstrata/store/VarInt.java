package org.mcpstrata.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Whole numbers in as few bytes as they need: small ones, of either sign, in one. */
final class VarInt {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int LOW = MORE - 1;

    private VarInt() {}

    static void write(DataOutputStream out, long value) throws IOException {
        long rest = value << 1 ^ value >> Long.SIZE - 1;
        while ((rest & ~LOW) != 0) {
            out.writeByte((int) (rest & LOW | MORE));
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInputStream in) throws IOException {
        long rest = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            int next = in.readUnsignedByte();
            rest |= (long) (next & LOW) << shift;
            if (next < MORE) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new IOException("a number has no end");
    }
}
