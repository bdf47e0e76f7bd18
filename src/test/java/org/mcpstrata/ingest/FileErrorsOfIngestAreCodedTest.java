package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpstrata.ingest.DropDraft.ATTRIBUTION_HEADER;
import static org.mcpstrata.ingest.DropDraft.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** A disk that refuses a file is the operator's to put right, and no defect of this program. */
class FileErrorsOfIngestAreCodedTest {
    private static final String BELOW_A_FILE = "FileSystemException: Not a directory.";

    @TempDir
    Path folder;

    private Path landing() throws IOException {
        Path landing = folder.resolve("landing");
        new DropDraft(landing, "p", "d1")
                .createdAt("2026-01-01T00:00:00Z")
                .csv("a.csv", "attribution", ATTRIBUTION_HEADER + attribution(1), 1)
                .send();
        return landing;
    }

    @Test
    void whatTheDriverCannotWriteIsAProblemWithItsReason() throws IOException {
        Path landing = landing();
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(out.resolve("drops"));
        Files.writeString(out.resolve("drops/p"), "a file where a folder must be");

        try (Intake intake = new Intake()) {
            assertThatThrownBy(() -> intake.read(landing, out))
                    .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problems())
                            .containsExactly(new Problem(ProblemCode.WRITE_FAILED, Place.of("drops"), BELOW_A_FILE)));
        }
    }

    @Test
    void whatATaskCannotWriteKeepsItsReasonOnTheWayToTheDriver() throws IOException {
        Path landing = landing();
        Path out = folder.resolve("out");
        Files.writeString(folder.resolve("out.work"), "a file where a folder must be");

        try (Intake intake = new Intake()) {
            assertThatThrownBy(() -> intake.read(landing, out)).satisfies(thrown -> assertThat(
                            Problem.ofFileBehind(ProblemCode.WRITE_FAILED, Place.of("a task"), thrown))
                    .contains(new Problem(ProblemCode.WRITE_FAILED, Place.of("a task"), BELOW_A_FILE)));
        }
    }
}
