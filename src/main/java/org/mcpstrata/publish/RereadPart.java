package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableReader;

/**
 * A file of a table as it was found on disk.
 *
 * @param part its rows, read back
 * @param bytes of the file
 * @param sha256 of its bytes; equal within one version of Spark, Parquet and codec
 */
record RereadPart(Part part, long bytes, String sha256) implements Serializable {
    RereadPart {
        requireNonNull(part, "part");
        requireNonNull(sha256, "sha256");
    }

    static RereadPart of(Path file, TableSchema schema, Configuration conf) throws IOException {
        Sha256 rowDigest = new Sha256();
        long rows = 0;
        try (TableReader reader = TableReader.open(file, schema, conf)) {
            while (reader.hasNext()) {
                rowDigest.add(RowText.of(schema, reader.next()));
                rows++;
            }
        }
        Sha256 fileDigest = new Sha256();
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            long bytes = fileDigest.addAll(in);
            return new RereadPart(new Part(file.getName(), rows, rowDigest.hex()), bytes, fileDigest.hex());
        }
    }
}
