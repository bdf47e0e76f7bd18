package org.mcpstrata.link;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;
import org.mcpstrata.model.Member;

/**
 * Members and keys as numbers, for finding who may be one person. Two keys that happen to have one number bring members
 * together that {@link Clusters} tells apart, since it compares the keys themselves. Of ten million members two have one
 * number with a chance of three in a million; only if these two also were one person would they stay apart.
 */
final class MemberHash {
    private static final int SEED = 20250202;

    private MemberHash() {}

    static long of(Member member) {
        return of(MemberIdentity.memberKey(member));
    }

    static long of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(bytes, 0, bytes.length, SEED)[0];
    }
}
