package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A value set without any member in a year whose measures name it: everything that asks for it would never hold. */
final class EmptyValueSets implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.EMPTY_VALUE_SET;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        definitions
                .measures()
                .forEach((year, measures) -> measures.valueSets().all().forEach(set -> {
                    if (set.isEmpty()) {
                        problems.add(new Problem(
                                ProblemCode.EMPTY_VALUE_SET,
                                definitions.place(set),
                                "The value set is empty in " + year + "."));
                    }
                }));
        return problems;
    }
}
