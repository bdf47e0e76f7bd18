package org.mcpstrata.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LinkageKeyTest {
    @Test
    void hashIsHmacSha256OfTheText() {
        // RFC 4231 has no key of 16 bytes or more in printable text; this value is computed with Python's hmac module.
        LinkageKey key = new LinkageKey("0123456789abcdef".getBytes(UTF_8));

        assertThat(key.hmac("mbi:1S00A00AA00")).hasSize(64).isEqualTo(EXPECTED);
    }

    private static final String EXPECTED = "a8a278ff8e41cf6515aabd795cf443efe3ea8e9c12ecebed803cf6496df8566d";

    @Test
    void anotherKeyGivesAnotherHashAndAnotherFingerprint() {
        LinkageKey one = new LinkageKey("0123456789abcdef".getBytes(UTF_8));
        LinkageKey two = new LinkageKey("0123456789abcdeg".getBytes(UTF_8));

        assertThat(one.hmac("x")).isNotEqualTo(two.hmac("x"));
        assertThat(one.fingerprint()).isNotEqualTo(two.fingerprint()).hasSize(16);
    }

    @Test
    void shortKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new LinkageKey("secret".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void keyChangedByItsOwnerLaterDoesNotChangeTheHashes() {
        byte[] secret = "0123456789abcdef".getBytes(UTF_8);
        LinkageKey key = new LinkageKey(secret);
        String before = key.hmac("x");
        secret[0] = 'X';

        assertThat(key.hmac("x")).isEqualTo(before);
        assertThat(key.toString()).doesNotContain("0123");
    }
}
