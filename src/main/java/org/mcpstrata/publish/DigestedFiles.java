package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The rows of several files of a table, one file after the other, each digested as it is read. */
final class DigestedFiles implements Iterator<TableRow>, Closeable {
    private final Path folder;
    private final Iterator<String> names;
    private final TableSchema schema;
    private final Configuration conf;
    private final List<RereadPart> parts = new ArrayList<>();
    private DigestedRows current;

    DigestedFiles(Path folder, List<String> names, TableSchema schema, Configuration conf) throws IOException {
        this.folder = requireNonNull(folder, "folder");
        this.names = names.iterator();
        this.schema = requireNonNull(schema, "schema");
        this.conf = requireNonNull(conf, "conf");
        open();
    }

    private void open() throws IOException {
        current = names.hasNext() ? new DigestedRows(new Path(folder, names.next()), schema, conf) : null;
    }

    @Override
    public boolean hasNext() {
        try {
            while (current != null && !current.hasNext()) {
                finish();
            }
            return current != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() throws IOException {
        try (DigestedRows read = current) {
            parts.add(read.part());
        }
        open();
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return current.next();
    }

    /** Every file, read whole. */
    List<RereadPart> parts() throws IOException {
        while (current != null) {
            finish();
        }
        return new ArrayList<>(parts);
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
