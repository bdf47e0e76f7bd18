package org.mcpstrata.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Groups of members that share keys, directly or through others: the members that could be one person. Members are
 * numbers here ({@link MemberHash}), 16 bytes each; whoever shares no key is in no group.
 */
final class CandidateGroups implements Serializable {
    private final long[] members;
    private final long[] firsts;

    private CandidateGroups(long[] members, long[] firsts) {
        this.members = members;
        this.firsts = firsts;
    }

    /** @param pairs blocks of members that share something, two and two */
    static CandidateGroups of(List<long[]> pairs) {
        long[] members = distinct(pairs);
        UnionFind groups = new UnionFind(members.length);
        for (long[] block : pairs) {
            for (int i = 0; i < block.length; i += 2) {
                groups.join(Arrays.binarySearch(members, block[i]), Arrays.binarySearch(members, block[i + 1]));
            }
        }
        long[] firsts = new long[members.length];
        for (int i = 0; i < members.length; i++) {
            firsts[i] = members[groups.root(i)];
        }
        return new CandidateGroups(members, firsts);
    }

    private static long[] distinct(List<long[]> pairs) {
        long[] all = new long[pairs.stream().mapToInt(block -> block.length).reduce(0, Math::addExact)];
        int size = 0;
        for (long[] block : pairs) {
            System.arraycopy(block, 0, all, size, block.length);
            size += block.length;
        }
        Arrays.sort(all);
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** The first member of the group that the member is in; empty where it shares nothing. */
    OptionalLong groupOf(long member) {
        int at = Arrays.binarySearch(members, member);
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(firsts[at]);
    }

    /** As few pairs as the groups need. */
    long[] pairs() {
        long[] pairs = new long[2 * members.length];
        int size = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i] != firsts[i]) {
                pairs[size++] = firsts[i];
                pairs[size++] = members[i];
            }
        }
        return Arrays.copyOf(pairs, size);
    }
}
