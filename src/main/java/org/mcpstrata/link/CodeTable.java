package org.mcpstrata.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small table of codes from {@code codes/<name>.txt} on the class path. One line names a stratum key and then the codes
 * that mean it; a key may take several lines.
 */
final class CodeTable {
    private final Map<String, String> keyByCode = new HashMap<>();

    CodeTable(String name) {
        String path = "/codes/" + name + ".txt";
        try (InputStream in = CodeTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(name, line.split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String name, String[] keyAndCodes) {
        for (int i = 1; i < keyAndCodes.length; i++) {
            if (keyByCode.put(keyAndCodes[i], keyAndCodes[0]) != null) {
                throw new IllegalStateException("code table " + name + " holds a code twice");
            }
        }
    }

    /** The stratum key of a code, or empty where no line holds it. */
    Optional<String> key(String code) {
        return Optional.ofNullable(keyByCode.get(code));
    }
}
