package org.mcpstrata.valueset;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All value sets of one year behind one look-up: which sets does a code belong to. A set's number is its place in the
 * order of ids, so it is the same in every run over the same definitions.
 */
public final class ValueSets implements Serializable {
    private final List<ValueSet> sets;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final CodeIndex in = new CodeIndex();
    private final CodeIndex out = new CodeIndex();

    /** Indexes the sets; two sets of one id are refused. */
    public ValueSets(Collection<ValueSet> all) {
        this.sets = all.stream().sorted(Comparator.comparing(ValueSet::id)).toList();
        for (int index = 0; index < sets.size(); index++) {
            ValueSet set = sets.get(index);
            int number = index;
            if (numbers.put(set.id(), number) != null) {
                throw new IllegalArgumentException("two value sets have the id " + set.id());
            }
            set.members().forEach(coding -> in.addCode(coding, number));
            set.headings().forEach(coding -> in.addHeading(coding, number));
            set.notMembers().forEach(coding -> out.addCode(coding, number));
            set.notHeadings().forEach(coding -> out.addHeading(coding, number));
        }
    }

    /**
     * Numbers of the sets that hold the code, ascending. CPT and HCPCS are one look-up space.
     *
     * @param code in any form; it is brought to the normal form first
     */
    public int[] valueSetsOf(CodeSystem system, String code) {
        String normal = CodeForm.normal(system, code);
        int[] below = in.ofHeadings(system, normal);
        if (below.length > 0) {
            int[] excluded = CodeIndex.union(out.ofCode(system, normal), out.ofHeadings(system, normal));
            below = CodeIndex.minus(below, excluded);
        }
        return CodeIndex.union(in.ofCode(system, normal), below);
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

    /** All sets, in the order of their numbers. */
    public List<ValueSet> all() {
        return sets;
    }
}
