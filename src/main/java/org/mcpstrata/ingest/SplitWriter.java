package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableWriter;

/** Writes the rows and rejects of one split, one file a table, opened when the first row comes. */
final class SplitWriter implements RecordSink {
    private final ReadingPlan plan;
    private final Split split;
    private final long attempt;
    private final FileStore store;
    private final Map<Table, TableWriter> tables = new EnumMap<>(Table.class);
    private final List<Reject> firstRejects = new ArrayList<>();
    private TableWriter rejects;

    /** @param attempt unique among all attempts of the job at this split */
    SplitWriter(ReadingPlan plan, Split split, long attempt, FileStore store) {
        this.plan = requireNonNull(plan, "plan");
        this.split = requireNonNull(split, "split");
        this.attempt = attempt;
        this.store = requireNonNull(store, "store");
    }

    @Override
    public void write(CanonicalRow row) throws IOException {
        List<Column> columns = row.table().schema().columns();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.value(columns.get(i));
        }
        write(row.table(), values);
    }

    void write(Table table, Object[] row) throws IOException {
        TableWriter writer = tables.get(table);
        if (writer == null) {
            writer = TableWriter.create(path(table), table.schema(), store.conf());
            tables.put(table, writer);
        }
        writer.write(row);
    }

    @Override
    public void reject(Reject reject) throws IOException {
        if (rejects == null) {
            rejects = TableWriter.create(rejectsPath(), Reject.SCHEMA, store.conf());
        }
        rejects.write(reject.row());
        if (firstRejects.size() < SplitReport.FIRST_REJECTS) {
            firstRejects.add(reject);
        }
    }

    private Path path(Table table) {
        return plan.staged(split, table.tableName(), attempt);
    }

    private Path rejectsPath() {
        return plan.staged(split, "rejects", attempt);
    }

    @Override
    public List<TableFile> finish() throws IOException {
        close();
        List<TableFile> files = new ArrayList<>();
        for (Map.Entry<Table, TableWriter> written : tables.entrySet()) {
            Path path = path(written.getKey());
            files.add(new TableFile(
                    written.getKey(),
                    path.toString(),
                    store.bytes(path),
                    written.getValue().rows()));
        }
        return files;
    }

    @Override
    public String rejectsFile() {
        return rejects == null ? "" : rejectsPath().toString();
    }

    @Override
    public List<Reject> firstRejects() {
        return firstRejects;
    }

    @Override
    public void close() throws IOException {
        for (TableWriter writer : tables.values()) {
            writer.close();
        }
        if (rejects != null) {
            rejects.close();
        }
    }
}
