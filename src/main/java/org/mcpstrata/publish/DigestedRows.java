package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableReader;

/** The rows of a file as they are on disk, digested while somebody reads them: a file is read once for all its checks. */
final class DigestedRows implements Iterator<TableRow>, Closeable {
    private final Path file;
    private final TableSchema schema;
    private final Configuration conf;
    private final TableReader reader;
    private final RowDigest digest;
    private long rows;

    DigestedRows(Path file, TableSchema schema, Configuration conf) throws IOException {
        this.file = requireNonNull(file, "file");
        this.schema = requireNonNull(schema, "schema");
        this.conf = requireNonNull(conf, "conf");
        this.digest = new RowDigest(schema);
        this.reader = TableReader.open(file, schema, conf);
    }

    @Override
    public boolean hasNext() {
        return reader.hasNext();
    }

    @Override
    public TableRow next() {
        Object[] row = reader.next();
        digest.add(row);
        rows++;
        return new TableRow(schema, row);
    }

    /** Reads what is left; ask once. */
    RereadPart part() throws IOException {
        forEachRemaining(row -> {});
        try (InputStream in = file.getFileSystem(conf).open(file)) {
            return new RereadPart(new Part(file.getName(), rows, digest.hex()), DigestUtils.sha256Hex(in));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
