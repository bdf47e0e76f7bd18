package org.mcpstrata.measure.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.valueset.ValueSet;

/** A shipped value set that no measure or library names. */
final class UnusedValueSets implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.UNUSED_VALUE_SET;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        Set<String> named = new HashSet<>();
        for (SourceFile file : definitions.files()) {
            file.sets().values().stream().map(CodeSet::id).forEach(named::add);
        }
        TreeMap<String, ValueSet> shipped = new TreeMap<>();
        definitions.shipped().values().forEach(shipped::putAll);
        return shipped.values().stream()
                .filter(set -> !named.contains(set.id()))
                .map(set -> new Problem(
                        ProblemCode.UNUSED_VALUE_SET,
                        definitions.place(set),
                        "No measure or library names this value set."))
                .toList();
    }
}
