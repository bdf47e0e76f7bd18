package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableWriter;

/** Writes one file of a table and digests its rows on the way. */
final class PartWriter implements Closeable {
    private final String name;
    private final TableWriter writer;
    private final RowDigest digest;

    PartWriter(Path file, String name, TableSchema schema, Configuration conf) throws IOException {
        this.name = requireNonNull(name, "name");
        this.digest = new RowDigest(schema);
        this.writer = TableWriter.create(file, schema, conf);
    }

    void write(TableRow row) throws IOException {
        digest.add(row.values());
        writer.write(row.values());
    }

    long rows() {
        return writer.rows();
    }

    /** What was written; ask once, when closed. */
    Part part() {
        return new Part(name, writer.rows(), digest.hex());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
