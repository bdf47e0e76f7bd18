package org.mcpstrata.ingest;

import java.util.Optional;

/** The encodings a file may state. */
enum Encoding {
    UTF_8("UTF-8"),
    ISO_8859_1("ISO-8859-1"),
    US_ASCII("US-ASCII");

    private final String text;

    Encoding(String text) {
        this.text = text;
    }

    /** The name in manifests. */
    String text() {
        return text;
    }

    static Optional<Encoding> parse(String text) {
        for (Encoding encoding : values()) {
            if (encoding.text.equalsIgnoreCase(text)) {
                return Optional.of(encoding);
            }
        }
        return text.equalsIgnoreCase("ASCII") ? Optional.of(US_ASCII) : Optional.empty();
    }
}
