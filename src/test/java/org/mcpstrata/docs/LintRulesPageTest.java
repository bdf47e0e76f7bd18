package org.mcpstrata.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.lint.Lint;
import org.mcpstrata.problem.ProblemCode;

class LintRulesPageTest {
    @Test
    void pageListsEveryRuleWithItsRemedy() throws IOException {
        StringBuilder page = new StringBuilder("""
                # What lint checks

                `jobs/mcp-strata lint [DIR]` reads a measures folder, in every year its files are valid for, and no data. A line
                of its output is the code, the file with its line, what is wrong and what to do. It ends with exit code 0 when
                there is nothing to say, else with 2.

                First come the mistakes that would stop a run, all at once, as `DEFINITION_INVALID` or `VALUE_SET_INVALID`: keys
                and words that do not exist, names of definitions, libraries, windows and codes that are not there, a missing value
                set, the wrong kind of answer, a definition that leads back to itself, two files of one measure and year. A
                folder without these is held against the rules:

                | code | meaning | what to do |
                |---|---|---|
                """);
        for (ProblemCode code : Lint.codes()) {
            page.append("| ")
                    .append(code)
                    .append(" | ")
                    .append(code.meaning())
                    .append(" | ")
                    .append(code.remedy())
                    .append(" |\n");
        }
        GeneratedPage.check("lint-rules.md", page.toString());
    }
}
