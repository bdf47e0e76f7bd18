package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.run.RunOutcome;

class OnlyTouchedPeopleAreEvaluatedAgainTest {
    private static final int PEOPLE = 60;
    private static final int TOUCHED = 5;

    @TempDir
    private Path folder;

    @Test
    void aSmallDropTouchesFewAndWhatIsDamagedIsEvaluatedAgain() throws IOException {
        Path landing = LocalRun.generate(PEOPLE, folder.resolve("landing"));
        Path nightly = folder.resolve("nightly");
        LocalRun.run(landing, nightly);
        SmallDrop.deliver(landing, nightly, TOUCHED);
        Path damaged = folder.resolve("damaged");
        FileTree.copy(nightly, damaged, Path::compareTo);
        FileTree.files(damaged.resolve("state/people")).stream()
                .filter(file -> file.getFileName().toString().startsWith("part-"))
                .forEach(OnlyTouchedPeopleAreEvaluatedAgainTest::cut);

        RunOutcome night = LocalRun.run(landing, nightly);
        RunOutcome again = LocalRun.run(landing, damaged);
        RunOutcome full = LocalRun.run(landing, folder.resolve("full"));

        assertThat(night.counts())
                .containsEntry("drops read", 1L)
                .containsEntry("drops taken over", 5L)
                .containsEntry("persons evaluated", (long) TOUCHED)
                .containsEntry("persons taken over", (long) PEOPLE - TOUCHED);
        assertThat(again.counts()).containsEntry("persons taken over", 0L);
        assertThat(FileTree.digests(Path.of(night.folder()))).isEqualTo(FileTree.digests(Path.of(full.folder())));
        assertThat(FileTree.digests(Path.of(again.folder()))).isEqualTo(FileTree.digests(Path.of(full.folder())));
    }

    private static void cut(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, content.length - 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
