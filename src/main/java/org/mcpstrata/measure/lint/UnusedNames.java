package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** A value set, code, window or limit that a file declares and no definition of it uses. */
final class UnusedNames implements LintRule {
    private static final List<String> SECTIONS = List.of("value sets", "codes", "windows", "limits");

    @Override
    public ProblemCode code() {
        return ProblemCode.UNUSED_NAME;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        for (SourceFile file : definitions.files()) {
            Set<String> used = new TreeSet<>(NodeTexts.of(file.definitions().values()));
            file.uses().stream()
                    .filter(use -> use.window() != null)
                    .forEach(use -> used.add(use.window().value()));
            for (String section : SECTIONS) {
                file.root().section(section).ifPresent(names -> names.fields().forEach((name, node) -> {
                    if (!used.contains(name)) {
                        problems.add(new Problem(
                                ProblemCode.UNUSED_NAME, node.place(), "'" + name + "' is never used in this file."));
                    }
                }));
            }
        }
        return problems;
    }
}
