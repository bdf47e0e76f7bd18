package org.mcpstrata.valueset;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All value sets of one year behind one look-up: which sets does a code belong to. A set's number is its place in the
 * order of ids, so it is the same in every run over the same definitions.
 */
public final class ValueSets implements Serializable {
    private static final int[] NONE = {};

    private final List<ValueSet> sets;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<CodeSystem, Map<String, int[]>> members = new EnumMap<>(CodeSystem.class);
    private final Map<CodeSystem, Map<String, int[]>> prefixes = new EnumMap<>(CodeSystem.class);

    /** Indexes the sets; two sets of one id are refused. */
    public ValueSets(Collection<ValueSet> all) {
        this.sets = all.stream().sorted(Comparator.comparing(ValueSet::id)).toList();
        for (int number = 0; number < sets.size(); number++) {
            ValueSet set = sets.get(number);
            if (numbers.put(set.id(), number) != null) {
                throw new IllegalArgumentException("two value sets have the id " + set.id());
            }
            for (Coding member : set.members()) {
                add(members, member, number);
            }
            for (Coding prefix : set.prefixes()) {
                add(prefixes, prefix, number);
            }
        }
    }

    private static void add(Map<CodeSystem, Map<String, int[]>> index, Coding coding, int number) {
        index.computeIfAbsent(space(coding.system()), system -> new HashMap<>())
                .merge(coding.code(), new int[] {number}, ValueSets::union);
    }

    private static CodeSystem space(CodeSystem system) {
        return system == CodeSystem.HCPCS ? CodeSystem.CPT : system;
    }

    /**
     * Numbers of the sets that hold the code, ascending.
     *
     * @param code in any form; it is brought to the normal form first
     */
    public int[] valueSetsOf(CodeSystem system, String code) {
        CodeSystem space = space(system);
        String normal = CodeForm.normal(system, code);
        int[] found = members.getOrDefault(space, Map.of()).getOrDefault(normal, NONE);
        Map<String, int[]> headings = prefixes.get(space);
        if (headings != null) {
            for (int length = normal.length(); length > 0; length--) {
                int[] above = headings.get(normal.substring(0, length));
                if (above != null) {
                    found = union(found, above);
                }
            }
        }
        return found;
    }

    private static int[] union(int[] left, int[] right) {
        if (left.length == 0) {
            return right;
        }
        int[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }

    /** The number of the set with that id; an unknown id is a defect, the loader has checked them. */
    public int numberOf(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no value set has the id " + id);
        }
        return number;
    }

    public Optional<ValueSet> byId(String id) {
        return Optional.ofNullable(numbers.get(id)).map(sets::get);
    }

    /** Sets of that name; names need not be unique. */
    public List<ValueSet> byName(String name) {
        List<ValueSet> found = new ArrayList<>();
        for (ValueSet set : sets) {
            if (set.name().equals(name)) {
                found.add(set);
            }
        }
        return found;
    }

    /** All sets, in the order of their numbers. */
    public List<ValueSet> all() {
        return sets;
    }
}
