package org.mcpstrata.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.document.ClassPathTable;

/**
 * A small table of codes from {@code codes/<name>.txt} on the class path. One line names a stratum key and then the codes
 * that mean it; a key may take several lines.
 */
final class CodeTable {
    private final Map<String, String> keyByCode = new HashMap<>();

    CodeTable(String name) {
        ClassPathTable.words("/codes/" + name + ".txt").forEach(keyAndCodes -> add(name, keyAndCodes));
    }

    private void add(String name, List<String> keyAndCodes) {
        for (String code : keyAndCodes.subList(1, keyAndCodes.size())) {
            if (keyByCode.put(code, keyAndCodes.get(0)) != null) {
                throw new IllegalStateException("code table " + name + " holds a code twice");
            }
        }
    }

    /** The stratum key of a code, or empty where no line holds it. */
    Optional<String> key(String code) {
        return Optional.ofNullable(keyByCode.get(code));
    }
}
