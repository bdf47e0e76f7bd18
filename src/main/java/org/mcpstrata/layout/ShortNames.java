package org.mcpstrata.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.document.ClassPathTable;

/** Two-column tables on the class path: {@code delivered-name short-name}, one pair a line. */
final class ShortNames {
    private ShortNames() {}

    static Map<String, String> load(String resource) {
        Map<String, String> names = new HashMap<>();
        for (List<String> pair : ClassPathTable.words(resource)) {
            if (pair.size() != 2 || names.put(pair.get(0), pair.get(1)) != null) {
                throw new IllegalStateException("bad or repeated line in " + resource);
            }
        }
        return Map.copyOf(names);
    }
}
