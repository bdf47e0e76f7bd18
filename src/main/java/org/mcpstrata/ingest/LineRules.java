package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * What a file's records may look like as bytes.
 *
 * @param longest most bytes of one record
 * @param quoted whether a record goes on behind a line end that stands inside quotes (RFC 4180)
 */
record LineRules(Encoding encoding, int longest, boolean quoted) implements Serializable {
    /** Bytes of a line, except where a format says otherwise. */
    static final int LONGEST_LINE = 64 << 10;

    LineRules {
        requireNonNull(encoding, "encoding");
    }
}
