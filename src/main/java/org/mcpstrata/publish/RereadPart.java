package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableSchema;

/**
 * A file of a table as it was found on disk.
 *
 * @param part its rows, read back
 * @param sha256 of its bytes; equal within one version of Spark, Parquet and codec
 */
record RereadPart(Part part, String sha256) implements Serializable {
    RereadPart {
        requireNonNull(part, "part");
        requireNonNull(sha256, "sha256");
    }

    static RereadPart of(Path file, TableSchema schema, Configuration conf) throws IOException {
        try (DigestedRows rows = new DigestedRows(file, schema, conf)) {
            return rows.part();
        }
    }
}
