package org.mcpstrata.measure.lint;

import java.util.List;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** One rule of the linter, with the code of what it finds. */
interface LintRule {
    /** The code of every problem of this rule; its meaning and remedy say what the rule is. */
    ProblemCode code();

    /** Every place that breaks the rule, in the order of the files. */
    List<Problem> check(Definitions definitions);
}
