package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the manifest says about a file before it is written (drop-contract.md).
 *
 * @param totals whether the manifest states the sum of paid amounts
 */
record FileForm(
        String name,
        String type,
        String format,
        String layoutVersion,
        Compression compression,
        Charset encoding,
        boolean totals) {
    /** How the file is packed. */
    enum Compression {
        NONE,
        GZIP
    }

    FileForm {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(format, "format");
        requireNonNull(layoutVersion, "layoutVersion");
        requireNonNull(compression, "compression");
        requireNonNull(encoding, "encoding");
    }

    static FileForm plain(String name, String type, String format, String layoutVersion) {
        Charset encoding = format.equals("cclf") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new FileForm(name, type, format, layoutVersion, Compression.NONE, encoding, false);
    }

    static FileForm csv(String type) {
        return plain(type + ".csv", type, "canonical-csv", "1");
    }

    FileForm gzipped() {
        return new FileForm(name + ".gz", type, format, layoutVersion, Compression.GZIP, encoding, totals);
    }

    FileForm withTotals() {
        return new FileForm(name, type, format, layoutVersion, compression, encoding, true);
    }
}
