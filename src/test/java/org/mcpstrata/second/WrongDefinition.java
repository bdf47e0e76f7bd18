package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake in the pipeline's own definitions: a piece of a file below {@code measures/} replaced by another, wherever it
 * stands in that file.
 */
record WrongDefinition(String file, String right, String wrong) {
    /** Copies the right definitions into a new folder, and returns it. */
    static Path copyOfAll(Path to) throws IOException {
        Path from = Path.of("measures");
        List<Path> found;
        try (Stream<Path> walked = Files.walk(from)) {
            found = walked.toList();
        }
        for (Path path : found) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
        return to;
    }

    /** Makes the mistake in a copy of the definitions. */
    void writeInto(Path measures) throws IOException {
        Path path = measures.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replace(right, wrong));
    }

    @Override
    public String toString() {
        return file + ": " + wrong;
    }
}
