package org.mcpstrata.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Keys of records and members on their way to the task that compares them: 128 bits of a SHA-256, what the key means,
 * and where it stands. Packed, because there is one for each record of the run.
 */
final class KeyBlock implements Serializable {
    static final int ENTRY_BYTES = 16 + 1 + 8 + 4 + 8;
    /** Content of a record that is never taken for the repetition of another one. */
    static final long ITS_OWN = 0;

    private byte[] bytes = new byte[ENTRY_BYTES * 64];
    private int length;

    /** What an entry says. */
    enum Kind {
        /** A record has this key. */
        RECORD,
        /** Records of the split speak of the member whose own record has this key. */
        MEMBER_NAMED
    }

    /** A key's digest. */
    record Hash(long high, long low) implements Serializable {}

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(DigestUtils::getSha256Digest);

    /** The digest of a key inside its scope; scope and key cannot run into one another. */
    static Hash hash(String scope, String key) {
        MessageDigest digest = SHA_256.get();
        digest.reset();
        digest.update(scope.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer bytes = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        return new Hash(bytes.getLong(), bytes.getLong());
    }

    /** @param content equal for records that say the same, or {@link #ITS_OWN} */
    void add(Hash hash, Kind kind, long content, int split, long line) {
        if (length + ENTRY_BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        ByteBuffer.wrap(bytes, length, ENTRY_BYTES)
                .putLong(hash.high())
                .putLong(hash.low())
                .put((byte) kind.ordinal())
                .putLong(content)
                .putInt(split)
                .putLong(line);
        length += ENTRY_BYTES;
    }

    /** The entries, one after the other. */
    byte[] packed() {
        return Arrays.copyOf(bytes, length);
    }
}
