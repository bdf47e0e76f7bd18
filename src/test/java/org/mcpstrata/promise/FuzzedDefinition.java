package org.mcpstrata.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.measure.read.ProgramLoader;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.stratify.Stratifiers;
import org.mcpstrata.valueset.ValueSetLoader;

/** A definition file that is spoiled before its loader reads it. */
record FuzzedDefinition(String name, Path file, byte[] bytes, Consumer<Path> loader) implements FuzzedInput {
    private static final int YEAR = 2025;

    /**
     * Every kind of definition file of a measures folder.
     *
     * @param work a folder for the spoiled ones
     */
    static List<FuzzedInput> all(Path measures, Path work) throws IOException {
        List<FuzzedInput> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(measures)) {
            for (Path measure :
                    files.filter(FuzzedDefinition::isMeasure).sorted().toList()) {
                Path folder = work.resolve(measure.getFileName() + ".d");
                FileTree.copy(measures.resolve("shared"), folder.resolve("shared"), Comparator.naturalOrder());
                Files.createDirectories(folder.resolve("value-sets"));
                all.add(of(measure, folder, any -> measures(folder)));
            }
        }
        Path shared = work.resolve("shared.d");
        FileTree.copy(measures.resolve("shared"), shared.resolve("shared"), Comparator.naturalOrder());
        Files.createDirectories(shared.resolve("value-sets"));
        Files.copy(measures.resolve("cms122.yaml"), shared.resolve("cms122.yaml"));
        try (Stream<Path> files = Files.list(measures.resolve("shared"))) {
            for (Path library : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(of(library, shared.resolve("shared"), any -> measures(shared)));
            }
        }
        Path sets = Files.createDirectories(work.resolve("sets"));
        for (String set : List.of("acute-inpatient.yaml", "dialysis-services.yaml")) {
            all.add(of(measures.resolve("value-sets").resolve(set), sets, any -> sets(sets)));
        }
        all.add(of(measures.resolve("stratifiers.yaml"), work, Stratifiers::load));
        all.add(of(measures.resolve("programs/mcp.yaml"), work, ProgramLoader::load));
        all.add(of(measures.resolve("measure.schema.json"), work, FuzzedDefinition::document));
        return all;
    }

    private static boolean isMeasure(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") && !name.equals("stratifiers.yaml");
    }

    private static FuzzedDefinition of(Path original, Path folder, Consumer<Path> loader) throws IOException {
        String name = original.getFileName().toString();
        return new FuzzedDefinition(name, folder.resolve(name), Files.readAllBytes(original), loader);
    }

    private static void measures(Path folder) {
        // Collected, so that one missing value set does not hide what lies behind it.
        MeasureLoader.load(MeasureFolders.of(folder), YEAR, Optional.empty(), new Problems());
    }

    private static void sets(Path folder) {
        ValueSetLoader.load(folder, YEAR, Optional.empty(), new Problems());
    }

    private static void document(Path file) {
        DocumentReader.read(file, file.getFileName().toString(), ProblemCode.DEFINITION_INVALID, new Problems());
    }

    @Override
    public String tryWith(Mutation mutation) {
        try {
            Files.write(file, mutation.of(bytes));
            try {
                loader.accept(file);
                return "DEFINITION";
            } finally {
                Files.write(file, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
