package org.mcpstrata.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Two-column tables on the class path: {@code delivered-name short-name}, one pair a line. */
final class ShortNames {
    private ShortNames() {}

    static Map<String, String> load(String resource) {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = ShortNames.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] pair = line.trim().split("\\s+");
                    if (pair.length != 2 || names.put(pair[0], pair[1]) != null) {
                        throw new IllegalStateException("bad or repeated line in " + resource);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(names);
    }
}
