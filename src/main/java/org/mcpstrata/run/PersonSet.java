package org.mcpstrata.run;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;

/** Person ids in eight bytes each. */
final class PersonSet implements Serializable {
    static final PersonSet NOBODY = new PersonSet(new long[0]);

    private final long[] sorted;

    private PersonSet(long[] sorted) {
        this.sorted = sorted;
    }

    static PersonSet of(Collection<Long> numbers) {
        long[] sorted = numbers.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new PersonSet(sorted);
    }

    static PersonSet ofIds(Collection<String> personIds) {
        return of(personIds.stream().map(PersonSet::number).toList());
    }

    /** The number of a person id, which is P and sixteen hexadecimal digits. */
    static long number(String personId) {
        return Long.parseUnsignedLong(personId, 1, personId.length(), 16);
    }

    /** The person id of a number. */
    static String personId(long number) {
        String digits = Long.toHexString(number);
        return "P" + "0".repeat(16 - digits.length()) + digits;
    }

    boolean contains(long number) {
        return Arrays.binarySearch(sorted, number) >= 0;
    }

    int size() {
        return sorted.length;
    }
}
