package org.mcpstrata.run.export;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableReader;

/** The rows of a published table that an export keeps, in the table's order; close it when done. */
final class KeptRows implements Iterator<TableRow>, Closeable {
    private final TableSchema schema;
    private final Configuration conf;
    private final Map<String, Set<String>> only;
    private final Iterator<Path> parts;
    private TableReader reader;
    private TableRow ahead;

    private KeptRows(List<Path> parts, TableSchema schema, Configuration conf, Map<String, Set<String>> only)
            throws IOException {
        this.parts = parts.iterator();
        this.schema = requireNonNull(schema, "schema");
        this.conf = requireNonNull(conf, "conf");
        this.only = Map.copyOf(only);
        this.ahead = find();
    }

    /** @param only values to keep, by text column; a table without the column keeps every row */
    static KeptRows of(Path table, TableSchema schema, Configuration conf, Map<String, Set<String>> only)
            throws IOException {
        FileStatus[] files = table.getFileSystem(conf).listStatus(table);
        List<Path> parts =
                Arrays.stream(files).map(FileStatus::getPath).sorted().toList();
        return new KeptRows(parts, schema, conf, only);
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public TableRow next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        TableRow next = ahead;
        try {
            ahead = find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    private TableRow find() throws IOException {
        while (true) {
            while (reader == null || !reader.hasNext()) {
                close();
                if (!parts.hasNext()) {
                    return null;
                }
                reader = TableReader.open(parts.next(), schema, conf);
            }
            Object[] row = reader.next();
            if (keeps(row)) {
                return new TableRow(schema, row);
            }
        }
    }

    private boolean keeps(Object[] row) {
        return only.entrySet().stream().allMatch(wanted -> schema.find(wanted.getKey())
                .map(column -> wanted.getValue().contains(row[column.index()]))
                .orElse(true));
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
