package org.mcpstrata.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Bytes of one entry, as they are written: small numbers in one byte, everything one after the other. */
public final class EntryWriter {
    private final GrowingBytes bytes;

    public EntryWriter() {
        this(1024);
    }

    /** @param capacity bytes that there is room for at first */
    public EntryWriter(int capacity) {
        this.bytes = new GrowingBytes(capacity);
    }

    void reset() {
        bytes.reset();
    }

    public void flag(boolean value) {
        bytes.one(value ? 1 : 0);
    }

    /** A whole number in as few bytes as it needs: small ones, of either sign, in one. */
    public void number(long value) {
        bytes.signed(value);
    }

    /** The length, and then the content. */
    public void content(byte[] content) {
        number(content.length);
        bytes.all(content);
    }

    public void text(String text) {
        content(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A decimal with its scale. */
    public void decimal(BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        boolean isShort = unscaled.bitLength() < Long.SIZE;
        flag(isShort);
        number(value.scale());
        if (isShort) {
            number(unscaled.longValue());
        } else {
            content(unscaled.toByteArray());
        }
    }

    /** A copy of what was written. */
    public byte[] written() {
        return bytes.written();
    }
}
