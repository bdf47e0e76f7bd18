package org.mcpstrata.measure.lint;

import java.util.List;
import org.mcpstrata.problem.Problem;

/** One rule of the linter. */
interface LintRule {
    /** Every place that breaks the rule, in the order of the files. */
    List<Problem> check(Definitions definitions);
}
