package org.mcpstrata.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found when written tables were read back.
 *
 * @param parts of each table that was read, by the table's folder
 * @param found what each reader made of the rows, in order of the files
 */
public record Reread<R>(Map<String, List<RereadPart>> parts, List<R> found) {
    public Reread {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        found = List.copyOf(found);
    }
}
