package org.mcpstrata.measure.lint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Section;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** File and line of every shipped value set. */
final class ValueSetPlaces {
    private ValueSetPlaces() {}

    /** Places by id; a file that cannot be read has none, and the loader has said so before. */
    static SortedMap<String, Place> of(List<Path> folders) {
        SortedMap<String, Place> places = new TreeMap<>();
        Problems saidBefore = new Problems();
        for (Path file :
                folders.stream().flatMap(folder -> files(folder).stream()).toList()) {
            DocumentReader.read(file, "value-sets/" + file.getFileName(), ProblemCode.VALUE_SET_INVALID, saidBefore)
                    .flatMap(node -> Section.of(node, ProblemCode.VALUE_SET_INVALID, saidBefore))
                    .filter(root -> root.has("oid"))
                    .ifPresent(root -> places.put(
                            root.requiredText("oid"), root.fields().get("oid").place()));
        }
        return places;
    }

    private static List<Path> files(Path folder) {
        try {
            return DefinitionFolder.files(folder, 1).stream()
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
