package org.mcpstrata.measure.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** All measure and library files of a measures folder. Files that are about something else have folders or names of their own. */
record Sources(List<SourceFile> files) {
    private static final int DEEPEST = 3;
    private static final Set<String> OTHER_FOLDERS = Set.of("value-sets", "programs");
    private static final Set<String> OTHER_FILES = Set.of("stratifiers.yaml", "protection.yaml", "quality-rules.yaml");

    public Sources {
        files = List.copyOf(files);
    }

    /** Reads every file; what cannot be read is a problem. */
    static Sources read(MeasureFolders folders, Problems problems) {
        List<SourceFile> found = new ArrayList<>();
        add(folders.base(), "", found, problems);
        folders.local()
                .ifPresent(
                        local -> add(local, local.toAbsolutePath().normalize().getFileName() + "/", found, problems));
        return new Sources(found);
    }

    private static void add(Path folder, String prefix, List<SourceFile> found, Problems problems) {
        for (Path path : paths(folder, problems)) {
            SourceFileReader.read(path, prefix + name(folder, path), problems).ifPresent(found::add);
        }
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** The measure and library files, in order. */
    static List<Path> paths(Path folder, Problems problems) {
        try {
            return DefinitionFolder.files(folder, DEEPEST).stream()
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .filter(path -> {
                        Path below = folder.relativize(path);
                        return below.getNameCount() == 1
                                ? !OTHER_FILES.contains(below.toString())
                                : !OTHER_FOLDERS.contains(below.getName(0).toString());
                    })
                    .toList();
        } catch (IOException e) {
            problems.add(ProblemCode.DEFINITION_INVALID, Place.of("measures"), "The folder cannot be read.");
            return List.of();
        }
    }

    /** The measures valid for a year. */
    List<SourceFile> measures(int year) {
        return files.stream()
                .filter(file -> file.measure() && file.years().contains(year))
                .toList();
    }

    /** The libraries a measure uses, and those they use, each once, in the order they are named. */
    List<SourceFile> libraries(SourceFile measure, int year) {
        Set<SourceFile> found = new LinkedHashSet<>();
        collect(measure, year, found);
        return List.copyOf(found);
    }

    private void collect(SourceFile user, int year, Set<SourceFile> found) {
        for (Use used : user.uses()) {
            Node.Text use = used.library();
            List<SourceFile> valid = files.stream()
                    .filter(file -> !file.measure()
                            && file.name().equals(use.value())
                            && file.years().contains(year))
                    .toList();
            if (valid.isEmpty()) {
                Set<String> names = new TreeSet<>();
                files.stream().filter(file -> !file.measure()).forEach(file -> names.add(file.name()));
                user.root()
                        .problem(
                                use.place(),
                                "No library '" + use.value() + "' is valid for " + year + "."
                                        + Suggestion.of(use.value(), names));
            } else if (valid.size() > 1) {
                user.root().problem(use.place(), "Two libraries '" + use.value() + "' are valid for " + year + ".");
            } else if (found.add(valid.get(0))) {
                collect(valid.get(0), year, found);
            }
        }
    }
}
