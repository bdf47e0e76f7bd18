package org.mcpstrata.docs;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.ProblemCode;

class ProblemCodesPageTest {
    @Test
    void pageTellsWhatToDoForEveryCode() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Problem codes

                What a message means and what to do. Messages name the code and the place (drop, file, line, field), never a
                value from the data.

                | code | meaning | what to do |
                |---|---|---|
                """);
        for (ProblemCode code : ProblemCode.values()) {
            page.append("| ")
                    .append(code)
                    .append(" | ")
                    .append(code.meaning())
                    .append(" | ")
                    .append(code.remedy())
                    .append(" |\n");
        }
        GeneratedPage.check("problem-codes.md", page.toString());
    }
}
