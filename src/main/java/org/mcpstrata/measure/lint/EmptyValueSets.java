package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A shipped value set without any member in a year: everything that asks for it would silently never hold. */
final class EmptyValueSets implements LintRule {
    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        definitions.shipped().forEach((year, sets) -> sets.values().forEach(set -> {
            if (set.isEmpty()) {
                problems.add(new Problem(
                        ProblemCode.VALUE_SET_INVALID,
                        Place.of("value-sets").atField(set.name()),
                        "The value set is empty in " + year + "."));
            }
        }));
        return problems;
    }
}
