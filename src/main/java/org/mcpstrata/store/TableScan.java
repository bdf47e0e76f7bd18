package org.mcpstrata.store;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;

/**
 * Reads many table files of different tables in one Spark stage: small files share a task, large ones are split at row
 * groups. Sixty small files would otherwise cost sixty tasks.
 */
public final class TableScan {
    private static final long SLICE_BYTES = 64L << 20;
    private static final int PROVENANCE_COLUMNS = 5;

    private TableScan() {}

    /** All rows of the files, in no promised order. */
    public static JavaRDD<CanonicalRow> rows(JavaSparkContext spark, List<TableFile> files) {
        return scan(spark, files, Columns.ALL);
    }

    /**
     * All rows of the files with some of their columns, as if the others were absent; reads nothing else.
     *
     * @param names columns that each of the tables has
     */
    public static JavaRDD<CanonicalRow> columns(JavaSparkContext spark, List<TableFile> files, List<String> names) {
        return scan(spark, files, new Columns(Integer.MAX_VALUE, names));
    }

    /**
     * One row a member, drop and task, holding provenance alone: who is spoken of at all. Reads five columns of each file.
     * Drops may differ in what a member's number is, so that the row of one of them cannot stand for the others'.
     */
    public static JavaRDD<CanonicalRow> oncePerMember(JavaSparkContext spark, List<TableFile> files) {
        return scan(spark, files, new Columns(PROVENANCE_COLUMNS, List.of())).mapPartitions(TableScan::distinctMembers);
    }

    private static JavaRDD<CanonicalRow> scan(JavaSparkContext spark, List<TableFile> files, Columns columns) {
        List<List<Slice>> tasks = pack(files, spark.defaultParallelism());
        if (tasks.isEmpty()) {
            return spark.emptyRDD();
        }
        Broadcast<SerializableConfiguration> conf =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        return spark.parallelize(tasks, tasks.size())
                .flatMap(slices -> new SliceIterator(slices, columns, conf.value()));
    }

    private static Iterator<CanonicalRow> distinctMembers(Iterator<CanonicalRow> rows) {
        Map<NamedIn, CanonicalRow> first = new HashMap<>();
        rows.forEachRemaining(row -> first.putIfAbsent(new NamedIn(row.member(), row.dropId()), row));
        return first.values().iterator();
    }

    /** A member as a drop of its payer names it. */
    private record NamedIn(Member member, String dropId) {}

    /** Largest first into the emptiest task, ties by path: the same files always make the same tasks. */
    static List<List<Slice>> pack(List<TableFile> files, int wanted) {
        List<Slice> slices = new ArrayList<>();
        long total = 0;
        for (TableFile file : files) {
            total += file.bytes();
            for (long start = 0; start < file.bytes(); start += SLICE_BYTES) {
                slices.add(new Slice(file.table(), file.path(), start, Math.min(file.bytes(), start + SLICE_BYTES)));
            }
        }
        slices.sort(Comparator.comparingLong(Slice::length)
                .reversed()
                .thenComparing(Slice::path)
                .thenComparingLong(Slice::start));
        int count = (int) Math.min(slices.size(), Math.max(wanted, total / SLICE_BYTES));
        List<List<Slice>> tasks = new ArrayList<>();
        long[] load = new long[count];
        for (int i = 0; i < count; i++) {
            tasks.add(new ArrayList<>());
        }
        for (Slice slice : slices) {
            int emptiest = 0;
            for (int i = 1; i < count; i++) {
                emptiest = load[i] < load[emptiest] ? i : emptiest;
            }
            tasks.get(emptiest).add(slice);
            load[emptiest] += slice.length();
        }
        return Collections.unmodifiableList(tasks);
    }

    record Slice(Table table, String path, long start, long end) implements Serializable {
        long length() {
            return end - start;
        }
    }

    /**
     * Which columns are read.
     *
     * @param first so many from the left, where none are named
     */
    private record Columns(int first, List<String> names) implements Serializable {
        static final Columns ALL = new Columns(Integer.MAX_VALUE, List.of());

        TableSchema of(TableSchema all) {
            return names.isEmpty() ? all.first(first) : all.only(names);
        }

        /** The values in their places among all columns. */
        Object[] placed(TableSchema all, Object[] read) {
            int width = all.columns().size();
            if (names.isEmpty()) {
                return read.length == width ? read : Arrays.copyOf(read, width);
            }
            Object[] row = new Object[width];
            for (int i = 0; i < read.length; i++) {
                row[all.column(names.get(i)).index()] = read[i];
            }
            return row;
        }
    }

    private static final class SliceIterator implements Iterator<CanonicalRow> {
        private final Iterator<Slice> slices;
        private final Columns columns;
        private final SerializableConfiguration conf;
        private TableReader reader;
        private Table table;

        SliceIterator(List<Slice> slices, Columns columns, SerializableConfiguration conf) {
            this.slices = slices.iterator();
            this.columns = columns;
            this.conf = conf;
            // A task that is stopped half-way still closes the file it was reading.
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> close());
        }

        @Override
        public boolean hasNext() {
            while (reader == null || !reader.hasNext()) {
                close();
                if (!slices.hasNext()) {
                    return false;
                }
                open(slices.next());
            }
            return true;
        }

        @Override
        public CanonicalRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return new CanonicalRow(table, columns.placed(table.schema(), reader.next()));
        }

        private void open(Slice slice) {
            table = slice.table();
            try {
                reader = TableReader.openRange(
                        new Path(slice.path()), columns.of(table.schema()), conf.value(), slice.start(), slice.end());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void close() {
            if (reader != null) {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                reader = null;
            }
        }
    }
}
