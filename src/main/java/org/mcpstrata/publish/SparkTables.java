package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.TableReader;
import scala.Tuple2;

/** Large tables of a run: written, read back and verified by Spark tasks, one for each file. */
public final class SparkTables implements PartReader {
    private final JavaSparkContext spark;

    public SparkTables(JavaSparkContext spark) {
        this.spark = requireNonNull(spark, "spark");
    }

    /**
     * Writes a table whose key starts with a person id, and counts on the way. The number of files follows from the
     * number of rows, and which rows are in a file from the person ids, so the bytes do not depend on how people came in.
     *
     * @param byPerson each person id once; partitioned by {@link #ranges} and in order inside each partition
     * @param rowCount rows the table will have; a law compares it with what is read back
     */
    public <T, S> CountedTable<S> write(
            Staging staging,
            String tableFolder,
            TableSchema schema,
            JavaPairRDD<String, T> byPerson,
            RowMaker<T> maker,
            SideCounter<T, S> counter,
            long rowCount) {
        if (!byPerson.partitioner().equals(Optional.of(ranges(rowCount)))) {
            throw new IllegalArgumentException("the people are not cut as the table's files are");
        }
        PartTask<T, S> task = new PartTask<>(
                new Path(staging.folder(), tableFolder).toString(), schema, maker, counter, configuration());
        JavaRDD<Tuple2<Part, S>> written =
                byPerson.mapPartitionsWithIndex(task::write, true).persist(StorageLevel.MEMORY_AND_DISK());
        List<Part> parts = written.map(Tuple2::_1).collect();
        return new CountedTable<>(
                staging.register(new WrittenTable(tableFolder, schema, parts)), written.map(Tuple2::_2));
    }

    /** How a table of so many rows is cut into files by person id: a rule of the rows alone. */
    public static Partitioner ranges(long rowCount) {
        return new HexRange(Staging.filesByPerson(rowCount));
    }

    /** A written table's rows as they are on disk. */
    public JavaRDD<TableRow> reread(Staging staging, WrittenTable table) {
        SerializableConfiguration conf = configuration();
        TableSchema schema = table.schema();
        return perPart(new Path(staging.folder(), table.folder()), table)
                .flatMap(file -> rows(TableReader.open(new Path(file), schema, conf.value()), schema));
    }

    private static Iterator<TableRow> rows(TableReader reader, TableSchema schema) {
        TaskCompletionListener whenDone = context -> close(reader);
        TaskContext.get().addTaskCompletionListener(whenDone);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return reader.hasNext();
            }

            @Override
            public TableRow next() {
                return new TableRow(schema, reader.next());
            }
        };
    }

    private static void close(TableReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Verifies a staged run with one task for each file. */
    public VerifiedRun verify(Staging staging, RunRecord record, Laws laws) {
        return Verification.of(staging, record, laws, this);
    }

    @Override
    public List<RereadPart> reread(Path folder, WrittenTable table) {
        SerializableConfiguration conf = configuration();
        TableSchema schema = table.schema();
        return perPart(folder, table)
                .map(file -> RereadPart.of(new Path(file), schema, conf.value()))
                .collect();
    }

    private JavaRDD<String> perPart(Path folder, WrittenTable table) {
        List<String> paths = table.parts().stream()
                .map(part -> new Path(folder, part.name()).toString())
                .toList();
        return spark.parallelize(paths, Math.max(1, paths.size()));
    }

    private SerializableConfiguration configuration() {
        return new SerializableConfiguration(spark.hadoopConfiguration());
    }

    /** Writes one file under a name of its own and then gives it the part's name, which one attempt can do. */
    private record PartTask<T, S>(
            String folder,
            TableSchema schema,
            RowMaker<T> maker,
            SideCounter<T, S> counter,
            SerializableConfiguration configuration)
            implements Serializable {
        Iterator<Tuple2<Part, S>> write(int number, Iterator<Tuple2<String, T>> people) throws IOException {
            Configuration conf = configuration.value();
            String name = Part.name(number);
            Path attempt = new Path(folder, Staging.ATTEMPT + TaskContext.get().taskAttemptId() + "-" + name);
            PartWriter writer = new PartWriter(attempt, name, schema, conf);
            SideCount<T, S> side = counter.start();
            try (writer) {
                String last = "";
                while (people.hasNext()) {
                    Tuple2<String, T> person = people.next();
                    if (person._1().compareTo(last) <= 0) {
                        throw new IllegalStateException("a person comes twice or out of order");
                    }
                    last = person._1();
                    side.add(person._2());
                    for (TableRow row : maker.rows(person._2())) {
                        writer.write(row);
                    }
                }
            }
            CommitFiles files = CommitFiles.of(attempt, conf);
            try {
                files.createIfAbsent(attempt, new Path(folder, name));
            } catch (FileAlreadyExistsException e) {
                // Another attempt at this task finished first, with the same rows: its file is as good, and verified.
                files.delete(attempt);
            }
            files.delete(attempt);
            return List.of(new Tuple2<>(writer.part(), side.counted())).iterator();
        }
    }
}
