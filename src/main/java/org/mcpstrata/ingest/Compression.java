package org.mcpstrata.ingest;

import java.util.Locale;
import java.util.Optional;

/** How a delivered file is packed. */
enum Compression {
    NONE,
    GZIP,
    ZIP;

    static Optional<Compression> parse(String text) {
        for (Compression compression : values()) {
            if (compression.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }
}
