package org.mcpstrata.measure.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.MeasureDefinition;

/** What follows from the lists of definitions alone, whatever the events are. */
final class Logic {
    private Logic() {}

    /** Definitions that hold wherever the clause holds. */
    static Set<String> necessary(MeasureDefinition measure, Clause clause) {
        Set<String> found = new LinkedHashSet<>();
        if (clause instanceof Combination list && list.needsEach()) {
            for (String name : clause.uses()) {
                found.add(name);
                found.addAll(necessary(measure, measure.definition(name).clause()));
            }
        }
        return found;
    }

    /** Definitions each of which alone makes the clause hold. */
    static Set<String> sufficient(MeasureDefinition measure, Clause clause) {
        Set<String> found = new LinkedHashSet<>();
        if (clause instanceof Combination list && list.isMetByEach()) {
            for (String name : clause.uses()) {
                found.add(name);
                found.addAll(sufficient(measure, measure.definition(name).clause()));
            }
        }
        return found;
    }
}
