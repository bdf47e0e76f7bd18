package org.mcpstrata.measure.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Files of one measure or library whose measurement years overlap or leave a gap (founding decision 14). */
final class YearCoverage implements LintRule {
    @Override
    public ProblemCode code() {
        return ProblemCode.YEAR_COVERAGE;
    }

    @Override
    public List<Problem> check(Definitions definitions) {
        SortedMap<String, List<SourceFile>> byName = new TreeMap<>();
        for (SourceFile file : definitions.files()) {
            byName.computeIfAbsent(file.name(), name -> new ArrayList<>()).add(file);
        }
        List<Problem> problems = new ArrayList<>();
        for (List<SourceFile> files : byName.values()) {
            List<SourceFile> ordered = files.stream()
                    .sorted(Comparator.comparingInt(
                                    (SourceFile file) -> file.years().from())
                            .thenComparing(SourceFile::file))
                    .toList();
            for (int i = 1; i < ordered.size(); i++) {
                compare(ordered.get(i - 1), ordered.get(i), problems);
            }
        }
        return problems;
    }

    private static void compare(SourceFile earlier, SourceFile later, List<Problem> problems) {
        if (earlier.years().overlaps(later.years())) {
            problem(problems, later, "Its years overlap those of " + earlier.file() + ".");
        } else if (later.years().from() != earlier.years().to() + 1) {
            problem(problems, later, "There is a gap after the years of " + earlier.file() + ".");
        }
    }

    private static void problem(List<Problem> problems, SourceFile file, String detail) {
        problems.add(new Problem(ProblemCode.YEAR_COVERAGE, file.root().place().atField("measurement years"), detail));
    }
}
