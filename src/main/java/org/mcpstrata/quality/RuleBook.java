package org.mcpstrata.quality;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.problem.ProblemException;

/**
 * The rules of {@code quality-rules.yaml}.
 *
 * @param rules in order of their numbers
 * @param ranges plausible results
 */
public record RuleBook(List<QualityRule> rules, List<ResultRange> ranges) {
    /** The file in a complete measures folder. */
    public static final String FILE = "quality-rules.yaml";

    public RuleBook {
        rules = rules.stream()
                .sorted(Comparator.comparingInt(QualityRule::number).thenComparing(QualityRule::id))
                .toList();
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads the rules of a measures folder.
     *
     * @throws ProblemException with every problem of the file at once
     */
    public static RuleBook load(Path file) {
        return RuleBookReader.read(file);
    }

    /** The questions that the rules ask of rows. */
    public RowRules rowRules() {
        return rules.isEmpty() ? RowRules.NONE : RowRules.of(ranges);
    }
}
