package org.mcpstrata.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk, a missing permission and a missing file are told apart, and no path is told. */
class AFileErrorSaysItsKindAndNoPathTest {
    private static final String SECRET = "/landing/jane-doe/claims.csv";

    @TempDir
    Path folder;

    private static String detail(IOException failure) {
        return ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("runs"), failure)
                .problems()
                .get(0)
                .detail();
    }

    @Test
    void aFullDiskIsNamed() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        assertThatThrownBy(() -> Files.writeString(full, "x"))
                .isInstanceOfSatisfying(IOException.class, failure -> assertThat(detail(failure))
                        .endsWith("Exception: No space left on device."));
    }

    @Test
    void aPathBelowAFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("jane-doe"), "");

        assertThatThrownBy(() -> Files.writeString(file.resolve("below"), "x"))
                .isInstanceOfSatisfying(IOException.class, failure -> assertThat(detail(failure))
                        .isEqualTo("FileSystemException: Not a directory."));
    }

    @Test
    void whatTheSystemGaveAsReasonIsSaidAndThePathIsNot() {
        assertThat(detail(new FileSystemException(SECRET, SECRET, "Disk quota exceeded")))
                .isEqualTo("FileSystemException: Disk quota exceeded.");
        assertThat(detail(new FileSystemException(SECRET, null, "Read-only file system")))
                .isEqualTo("FileSystemException: Read-only file system.");
        assertThat(detail(new FileNotFoundException(SECRET + " (Permission denied)")))
                .isEqualTo("FileNotFoundException: Permission denied.");
    }

    @Test
    void whereTheClassSaysItAllTheClassIsSaid() {
        assertThat(detail(new AccessDeniedException(SECRET))).isEqualTo("AccessDeniedException.");
        assertThat(detail(new NoSuchFileException(SECRET))).isEqualTo("NoSuchFileException.");
        assertThat(detail(new IOException("something about " + SECRET))).isEqualTo("IOException.");
        assertThat(detail(new IOException())).isEqualTo("IOException.");
    }

    @Test
    void aFailureIsFoundBehindWhatForeignCodeThrows() {
        IOException full = new IOException("No space left on device");

        assertThat(Problem.ofFileBehind(ProblemCode.WRITE_FAILED, Place.of("x"), new UncheckedIOException(full)))
                .contains(
                        new Problem(ProblemCode.WRITE_FAILED, Place.of("x"), "IOException: No space left on device."));
        assertThat(Problem.ofFileBehind(
                        ProblemCode.WRITE_FAILED, Place.of("x"), new IllegalStateException(new AssertionError(full))))
                .isPresent();
    }

    @Test
    void aDefectIsNotTakenForAFailureOfAFile() {
        assertThat(Problem.ofFileBehind(
                        ProblemCode.WRITE_FAILED,
                        Place.of("x"),
                        new UncheckedIOException(new NotSerializableException("some.Class"))))
                .isEmpty();
        assertThatThrownBy(() -> new ObjectMapper().readValue("{", Place.class))
                .satisfies(thrown -> assertThat(Problem.ofFileBehind(ProblemCode.WRITE_FAILED, Place.of("x"), thrown))
                        .isEmpty());
        assertThat(Problem.ofFileBehind(
                        ProblemCode.WRITE_FAILED, Place.of("x"), new IllegalStateException("no file in it")))
                .isEmpty();
    }
}
