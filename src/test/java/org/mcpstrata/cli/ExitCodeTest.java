package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

class ExitCodeTest {
    private static Problem problem(ProblemCode code) {
        return new Problem(code, Place.of("anywhere"), "");
    }

    @Test
    void whatCouldNotBeTidiedDoesNotMakeAPublishedRunLookFailed() {
        assertThat(ExitCode.of(List.of(problem(ProblemCode.NOT_TIDIED)))).isEqualTo(ExitCode.DONE);
        assertThat(ExitCode.of(List.of(problem(ProblemCode.NOT_TIDIED), problem(ProblemCode.FILE_MISSING))))
                .isEqualTo(ExitCode.DROPS_REFUSED);
    }

    @Test
    void theGravestProblemDecidesWhateverCameFirst() {
        assertThat(ExitCode.of(List.of(problem(ProblemCode.COMMIT_UNKNOWN), problem(ProblemCode.FILE_MISSING))))
                .isEqualTo(ExitCode.UNKNOWN);
        assertThat(ExitCode.of(List.of(problem(ProblemCode.FILE_MISSING), problem(ProblemCode.LAW_BROKEN))))
                .isEqualTo(ExitCode.NOT_PUBLISHED);
    }

    @Test
    void aFolderWithNothingToReadIsNeverToldAsPublished() {
        assertThat(ExitCode.of(List.of(problem(ProblemCode.FILE_NAME), problem(ProblemCode.NOTHING_TO_READ))))
                .isEqualTo(ExitCode.USAGE);
    }
}
