package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.measure.read.SourceFile;

/** A measures folder with one measure, all libraries and value sets, in which one file at a time is changed. */
final class MutantFolder {
    private static final Path SHIPPED = Path.of("measures");

    private final Path folder;

    private MutantFolder(Path folder) {
        this.folder = requireNonNull(folder, "folder");
    }

    static MutantFolder of(SourceFile measure, Path folder) throws IOException {
        copy("shared", folder);
        copy("value-sets", folder);
        Files.copy(SHIPPED.resolve(measure.file()), folder.resolve(measure.file()));
        return new MutantFolder(folder);
    }

    private static void copy(String below, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(below));
        List<Path> files;
        try (Stream<Path> listed = Files.list(SHIPPED.resolve(below))) {
            files = listed.sorted().toList();
        }
        for (Path file : files) {
            Files.copy(file, folder.resolve(below).resolve(file.getFileName()));
        }
    }

    /** The measure of that year as the mutant says it, through the loader that every run uses. */
    Evaluator load(Mutant mutant, int year) throws IOException {
        String file = mutant.leaf().file().file();
        Path changed = folder.resolve(file);
        Files.writeString(changed, mutant.text());
        try {
            return new Evaluator(MeasureLoader.load(folder, year, Optional.empty()));
        } finally {
            Files.delete(changed);
            Files.copy(SHIPPED.resolve(file), changed);
        }
    }
}
