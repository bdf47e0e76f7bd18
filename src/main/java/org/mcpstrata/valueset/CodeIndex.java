package org.mcpstrata.valueset;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers by code and by heading. CPT, HCPCS and CDT are one space, because claims do not say which of them a code is, and
 * no code is in two of them.
 */
final class CodeIndex implements Serializable {
    static final int[] NONE = {};

    private final Map<CodeSystem, Map<String, int[]>> codes = new EnumMap<>(CodeSystem.class);
    private final Map<CodeSystem, Map<String, int[]>> headings = new EnumMap<>(CodeSystem.class);

    void addCode(Coding coding, int number) {
        add(codes, coding, number);
    }

    void addHeading(Coding coding, int number) {
        add(headings, coding, number);
    }

    private static void add(Map<CodeSystem, Map<String, int[]>> index, Coding coding, int number) {
        index.computeIfAbsent(space(coding.system()), system -> new HashMap<>())
                .merge(coding.code(), new int[] {number}, CodeIndex::union);
    }

    /** Numbers of the code itself, ascending; the code is in normal form. */
    int[] ofCode(CodeSystem system, String normal) {
        return codes.getOrDefault(space(system), Map.of()).getOrDefault(normal, NONE);
    }

    /** Numbers of the headings above the code and of itself as a heading, ascending. */
    int[] ofHeadings(CodeSystem system, String normal) {
        Map<String, int[]> known = headings.get(space(system));
        int[] found = NONE;
        if (known != null) {
            for (int length = normal.length(); length > 0; length--) {
                found = union(found, known.getOrDefault(normal.substring(0, length), NONE));
            }
        }
        return found;
    }

    private static CodeSystem space(CodeSystem system) {
        return system == CodeSystem.HCPCS || system == CodeSystem.CDT ? CodeSystem.CPT : system;
    }

    static int[] union(int[] left, int[] right) {
        if (left.length == 0 || right.length == 0) {
            return left.length == 0 ? right : left;
        }
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }

    static int[] minus(int[] left, int[] right) {
        return right.length == 0
                ? left
                : Arrays.stream(left)
                        .filter(number -> Arrays.binarySearch(right, number) < 0)
                        .toArray();
    }
}
