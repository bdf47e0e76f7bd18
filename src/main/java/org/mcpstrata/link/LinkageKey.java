package org.mcpstrata.link;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key under which identifiers and names are hashed (founding decision 25). Hashes under different keys
 * cannot be compared, so a key belongs to one program and changes with each agreement.
 */
public final class LinkageKey implements Serializable {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 16;
    private static final int FINGERPRINT_DIGITS = 16;

    private final byte[] secret;

    /** @param secret at least 16 bytes */
    public LinkageKey(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a linkage key has at least " + SHORTEST + " bytes");
        }
        this.secret = secret.clone();
    }

    /** HMAC-SHA256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
    public String hmac(String text) {
        return hashing().hmac(text);
    }

    /** For many texts: what hashing takes besides the texts is prepared once. For one thread. */
    Hashing hashing() {
        return new Hashing();
    }

    /** Hashes one text after the other under the key. */
    final class Hashing {
        private final Mac mac;

        private Hashing() {
            try {
                mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret, ALGORITHM));
            } catch (GeneralSecurityException e) {
                // Every Java platform must offer HmacSHA256; the exception's text is of no use to anyone.
                throw new IllegalStateException("this Java platform lacks " + ALGORITHM);
            }
        }

        /** The same as {@link LinkageKey#hmac}. */
        String hmac(String text) {
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What may be recorded of the key: two runs with equal fingerprints used the same key. */
    public String fingerprint() {
        return hmac("fingerprint of the linkage key").substring(0, FINGERPRINT_DIGITS);
    }

    @Override
    public String toString() {
        return "linkage key";
    }
}
