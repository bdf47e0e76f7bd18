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
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
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
     * Writes a table whose key starts with a person id. The number of files follows from the number of rows, and which
     * rows are in a file from the person ids, so the bytes do not depend on how people came in.
     *
     * @param byPerson each person id once
     * @param rowCount rows the table will have, which decides on the number of files
     */
    public <T> WrittenTable write(
            Staging staging,
            String tableFolder,
            TableSchema schema,
            JavaPairRDD<String, T> byPerson,
            RowMaker<T> maker,
            long rowCount) {
        HexRange ranges = new HexRange(Staging.filesFor(rowCount));
        return writeRanges(staging, tableFolder, schema, byPerson.repartitionAndSortWithinPartitions(ranges), maker);
    }

    /**
     * Writes one file for each partition of people who are in order already: ascending person ids inside a partition and
     * from one partition to the next. How many partitions there are must follow from the data alone.
     */
    public <T> WrittenTable writeRanges(
            Staging staging, String tableFolder, TableSchema schema, JavaPairRDD<String, T> ranges, RowMaker<T> maker) {
        PartTask<T> task =
                new PartTask<>(new Path(staging.folder(), tableFolder).toString(), schema, maker, configuration());
        List<WrittenRange> written =
                ranges.mapPartitionsWithIndex(task::write, true).collect();
        String last = "";
        for (WrittenRange range : written) {
            if (!range.first().isEmpty() && range.first().compareTo(last) <= 0) {
                throw new IllegalArgumentException(
                        "a file of " + tableFolder + " starts before the one before it ends");
            }
            last = range.last().isEmpty() ? last : range.last();
        }
        return staging.register(new WrittenTable(
                tableFolder, schema, written.stream().map(WrittenRange::part).toList()));
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

    /** A file and the first and last person in it; both empty where nobody is. */
    private record WrittenRange(Part part, String first, String last) implements Serializable {}

    /** Writes one file under a name of its own and then gives it the part's name, which one attempt can do. */
    private record PartTask<T>(
            String folder, TableSchema schema, RowMaker<T> maker, SerializableConfiguration configuration)
            implements Serializable {
        Iterator<WrittenRange> write(int number, Iterator<Tuple2<String, T>> people) throws IOException {
            Configuration conf = configuration.value();
            String name = Part.name(number);
            Path attempt = new Path(folder, Staging.ATTEMPT + TaskContext.get().taskAttemptId() + "-" + name);
            PartWriter writer = new PartWriter(attempt, name, schema, conf);
            String first = "";
            String last = "";
            try (writer) {
                while (people.hasNext()) {
                    Tuple2<String, T> person = people.next();
                    if (person._1().compareTo(last) <= 0) {
                        throw new IllegalArgumentException("people come out of order, or one comes twice");
                    }
                    first = first.isEmpty() ? person._1() : first;
                    last = person._1();
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
            return List.of(new WrittenRange(writer.part(), first, last)).iterator();
        }
    }
}
