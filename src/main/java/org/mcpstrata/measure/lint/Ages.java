package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.MeasureDefinition;

/** The ages that must hold together where a clause holds. */
final class Ages {
    private static final int OLDEST = 200;

    private Ages() {}

    static List<AgeClause> of(MeasureDefinition measure, Clause clause) {
        List<AgeClause> ages = new ArrayList<>();
        if (clause instanceof AgeClause age) {
            ages.add(age);
        }
        for (String name : Logic.necessary(measure, clause)) {
            if (measure.definition(name).clause() instanceof AgeClause age) {
                ages.add(age);
            }
        }
        return ages;
    }

    /** What nobody can be, in words; empty where somebody can. */
    static Optional<String> contradiction(Collection<AgeClause> ages) {
        for (AgeClause first : ages) {
            for (AgeClause second : ages) {
                if (first.at().equals(second.at()) && lowest(first) > highest(second)) {
                    return Optional.of(
                            "Nobody is at least " + lowest(first) + " and at most " + highest(second) + " years old.");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether two ranges of one day share an age and neither holds the other. */
    static boolean cross(AgeClause one, AgeClause other) {
        boolean apart = lowest(one) > highest(other) || lowest(other) > highest(one);
        return one.at().equals(other.at()) && !apart && !holds(one, other) && !holds(other, one);
    }

    private static boolean holds(AgeClause wide, AgeClause narrow) {
        return lowest(wide) <= lowest(narrow) && highest(narrow) <= highest(wide);
    }

    private static int lowest(AgeClause age) {
        return age.from() == null ? 0 : age.from();
    }

    private static int highest(AgeClause age) {
        return age.to() == null ? OLDEST : age.to();
    }
}
