package org.mcpstrata.run;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.MurmurHash3;
import org.mcpstrata.model.Member;
import scala.Tuple2;

/** Which members each person is, as one number a person: two nights agree on a person exactly if its numbers are equal. */
final class MemberSets implements Serializable {
    private static final int SEED = 20260101;

    private final long[] persons;
    private final long[] sums;

    private MemberSets(long[] persons, long[] sums) {
        this.persons = persons;
        this.sums = sums;
    }

    /** @param personOf every member once, with the id of its person */
    static MemberSets of(List<Tuple2<Member, String>> personOf) {
        SortedMap<Long, Long> byPerson = new TreeMap<>();
        // A sum does not depend on the order of members; equal sums of 64 mixed bits mean equal sets.
        personOf.forEach(link -> byPerson.merge(PersonSet.number(link._2()), hash(link._1()), Long::sum));
        long[] persons = byPerson.keySet().stream().mapToLong(Long::longValue).toArray();
        long[] sums = byPerson.values().stream().mapToLong(Long::longValue).toArray();
        return new MemberSets(persons, sums);
    }

    private static long hash(Member member) {
        byte[] key = (member.payerId() + '\n' + member.memberId()).getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(key, 0, key.length, SEED)[0];
    }

    /** Whether the person exists and is these members. */
    boolean is(long person, long sum) {
        int at = Arrays.binarySearch(persons, person);
        return at >= 0 && sums[at] == sum;
    }

    /** The number of a person's members; a person nobody linked is a defect. */
    long of(String personId) {
        int at = Arrays.binarySearch(persons, PersonSet.number(personId));
        if (at < 0) {
            throw new IllegalArgumentException("a person was evaluated that nobody linked");
        }
        return sums[at];
    }
}
