package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Person ids: {@code P} and the first 16 hexadecimal digits of the keyed hash of the person's smallest stable key, which
 * is a Medicare identifier where there is one. The same members give the same id in every run with the same key.
 */
public final class PersonIds implements Serializable {
    private static final int DIGITS = 16;

    private final LinkageKey key;

    public PersonIds(LinkageKey key) {
        this.key = requireNonNull(key, "key");
    }

    String of(String stableKey) {
        return of(stableKey, key.hashing());
    }

    /** @param hashing under the key of these ids, for many of them */
    static String of(String stableKey, LinkageKey.Hashing hashing) {
        return "P" + hashing.hmac(stableKey).substring(0, DIGITS);
    }

    LinkageKey.Hashing hashing() {
        return key.hashing();
    }
}
