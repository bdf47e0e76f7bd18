package org.mcpstrata.measure.read;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.Window;
import org.mcpstrata.measure.YearRange;
import org.mcpstrata.valueset.WrittenSet;

/**
 * One measure or library file as it is written, before names are looked up.
 *
 * @param file path below the measures folder
 * @param name measure id or library name
 * @param uses the libraries, with their place
 * @param sets value sets and single codes by the name the file gives them
 * @param written value sets that the file writes out itself, by the name it gives them
 * @param windows named windows
 * @param definitions nodes of the named definitions
 * @param root the whole file
 */
public record SourceFile(
        String file,
        boolean measure,
        String name,
        YearRange years,
        List<Use> uses,
        Map<String, CodeSet> sets,
        Map<String, WrittenSet> written,
        Map<String, Window> windows,
        Map<String, Node> definitions,
        Section root) {
    public SourceFile {
        requireNonNull(file, "file");
        requireNonNull(name, "name");
        requireNonNull(years, "years");
        uses = List.copyOf(uses);
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
        written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
        windows = Collections.unmodifiableMap(new LinkedHashMap<>(windows));
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        requireNonNull(root, "root");
    }
}
