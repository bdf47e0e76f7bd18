package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One file as the manifest describes it.
 *
 * @param layoutVersion version of the layout, or empty where the manifest states none
 * @param bytes size as delivered
 * @param sha256 64 lower-case hexadecimal digits, of the bytes as delivered
 * @param records data records without header and trailer
 * @param paidAmount sum of the delivered paid amounts in dollars, null where the manifest states none
 */
record ManifestFile(
        String name,
        String type,
        FileFormat format,
        String layoutVersion,
        Compression compression,
        Encoding encoding,
        long bytes,
        String sha256,
        long records,
        BigDecimal paidAmount)
        implements Serializable {
    ManifestFile {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(format, "format");
        requireNonNull(layoutVersion, "layoutVersion");
        requireNonNull(compression, "compression");
        requireNonNull(encoding, "encoding");
        requireNonNull(sha256, "sha256");
    }

    /** The same with its number of data records. */
    ManifestFile withRecords(long counted) {
        return new ManifestFile(
                name, type, format, layoutVersion, compression, encoding, bytes, sha256, counted, paidAmount);
    }
}
