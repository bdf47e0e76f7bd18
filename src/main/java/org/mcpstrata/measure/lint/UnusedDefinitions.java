package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A definition that decides nothing: no population, rate or other definition in use leads to it in any measure. */
final class UnusedDefinitions implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.UNUSED_DEFINITION;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        Set<Place> used = new HashSet<>();
        for (MeasureSet set : definitions.measures().values()) {
            set.measures().values().forEach(measure -> measure.definitionsInUse()
                    .forEach(definition -> used.add(definition.place())));
        }
        List<Problem> problems = new ArrayList<>();
        for (SourceFile file : definitions.files()) {
            file.definitions().forEach((name, node) -> {
                if (!used.contains(node.place())) {
                    problems.add(new Problem(
                            ProblemCode.UNUSED_DEFINITION,
                            node.place(),
                            "'" + name + "' decides nothing in any measure."));
                }
            });
        }
        return problems;
    }
}
