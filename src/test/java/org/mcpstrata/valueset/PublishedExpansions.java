package org.mcpstrata.valueset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.problem.Problems;

/**
 * The published expansions of the shared material: the main ones of the release for measurement year 2026, and every code
 * that any file of the folder holds, so that a heading which is too wide shows.
 */
record PublishedExpansions(SortedMap<String, Expansion> main, SortedSet<Coding> everyCode) {
    static PublishedExpansions read(Path folder) throws IOException {
        SortedMap<String, Expansion> main = new TreeMap<>();
        files(folder, 1).forEach(expansion -> main.put(expansion.id(), expansion));
        SortedSet<Coding> everyCode = new TreeSet<>();
        files(folder, 2).forEach(expansion -> everyCode.addAll(expansion.members()));
        return new PublishedExpansions(main, everyCode);
    }

    /** The main expansions that a shipped set stands for. */
    Collection<Expansion> of(Set<String> shipped) {
        SortedMap<String, Expansion> both = new TreeMap<>(main);
        both.keySet().retainAll(shipped);
        return both.values();
    }

    private static Stream<Expansion> files(Path folder, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            // The side folders hold lines with modifiers and sets in several files; only what can be read matters
            // there.
            return all
                    .filter(path -> path.toString().endsWith(".csv") && !path.endsWith("MANIFEST.csv"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(file -> ExpansionCsv.read(file, file.getFileName().toString(), new Problems()).stream());
        }
    }
}
