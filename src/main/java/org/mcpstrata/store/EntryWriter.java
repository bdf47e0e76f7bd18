package org.mcpstrata.store;

/** Bytes of one entry, as they are written: small numbers in one byte, everything one after the other. */
final class EntryWriter {
    private final GrowingBytes bytes = new GrowingBytes(1024);

    void reset() {
        bytes.reset();
    }

    void flag(boolean value) {
        bytes.one(value ? 1 : 0);
    }

    /** A whole number in as few bytes as it needs: small ones, of either sign, in one. */
    void number(long value) {
        bytes.signed(value);
    }

    /** The length, and then the content. */
    void content(byte[] content) {
        number(content.length);
        bytes.all(content);
    }

    byte[] written() {
        return bytes.written();
    }
}
