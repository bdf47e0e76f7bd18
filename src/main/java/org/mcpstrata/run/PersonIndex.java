package org.mcpstrata.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.codec.digest.MurmurHash3;
import org.mcpstrata.model.Member;
import scala.Tuple2;

/**
 * Person ids by member, in 48 to 96 bytes a member, small enough to be sent to every executor: ten million members are
 * 0.8 gigabytes. Members are found by a 128-bit hash, and building fails if two of them ever had the same.
 */
final class PersonIndex implements Serializable {
    private static final int SEED = 20250101;
    private static final int WORDS = 3;

    private final long[] slots;
    private final int capacity;

    private PersonIndex(int capacity) {
        this.capacity = capacity;
        this.slots = new long[Math.multiplyExact(capacity, WORDS)];
    }

    /** @param personOf every member once, with the id of its person */
    static PersonIndex of(List<Tuple2<Member, String>> personOf) {
        int capacity = Integer.highestOneBit(Math.max(8, personOf.size())) << 2;
        PersonIndex index = new PersonIndex(capacity);
        personOf.forEach(entry -> index.put(entry._1(), entry._2()));
        return index;
    }

    private void put(Member member, String personId) {
        long[] hash = hash(member);
        int at = find(hash);
        if (!isFree(at)) {
            throw new IllegalStateException("a member was linked twice, or two members have one hash");
        }
        slots[at] = hash[0];
        slots[at + 1] = hash[1];
        slots[at + 2] = PersonSet.number(personId);
    }

    /** The person of a member; a member nobody linked is a defect. */
    String personOf(Member member) {
        return PersonSet.personId(numberOf(member));
    }

    /** The number of a member's person; a member nobody linked is a defect. */
    long numberOf(Member member) {
        return numberAt(placeOf(member));
    }

    /** A number of the member's own, at most about four times the number of members; {@link #numberOf} asks the same. */
    int placeOf(Member member) {
        int at = find(hash(member));
        if (isFree(at)) {
            throw new IllegalArgumentException("a row names a member that was never linked");
        }
        return at / WORDS;
    }

    /** The number of the person of the member that has this place. */
    long numberAt(int place) {
        return slots[place * WORDS + 2];
    }

    private boolean isFree(int at) {
        return slots[at] == 0 && slots[at + 1] == 0;
    }

    /** The slot that holds the hash, or the free one where it belongs. */
    private int find(long[] hash) {
        int slot = (int) hash[0] & capacity - 1;
        while (true) {
            int at = slot * WORDS;
            if (isFree(at) || slots[at] == hash[0] && slots[at + 1] == hash[1]) {
                return at;
            }
            slot = slot + 1 & capacity - 1;
        }
    }

    private static long[] hash(Member member) {
        byte[] key = (member.payerId() + '\n' + member.memberId()).getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(key, 0, key.length, SEED);
    }
}
