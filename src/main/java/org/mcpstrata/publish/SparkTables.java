package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
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
     * Writes tables whose keys start with a person id, in one pass over the people, and counts on the way. The number of
     * files follows from the number of rows, and which rows are in a file from the person ids, so the bytes do not depend
     * on how people came in. Files of the same name hold the same people.
     *
     * @param byPerson each person id once; partitioned by {@link #ranges} and in order inside each partition
     * @param rowCount rows the first table will have; a law compares it with what is read back
     */
    public <T, S> CountedTables<S> write(
            Staging staging,
            List<PersonTable<T>> tables,
            JavaPairRDD<String, T> byPerson,
            SideCounter<T, S> counter,
            long rowCount) {
        if (!byPerson.partitioner().equals(Optional.of(ranges(rowCount)))) {
            throw new IllegalArgumentException("the people are not cut as the table's files are");
        }
        PartTask<T, S> task =
                new PartTask<>(staging.folder().toString(), List.copyOf(tables), counter, configuration());
        JavaRDD<Tuple2<List<Part>, S>> written =
                byPerson.mapPartitionsWithIndex(task::write, true).persist(StorageLevel.MEMORY_AND_DISK());
        List<List<Part>> parts = written.map(Tuple2::_1).collect();
        List<WrittenTable> registered = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            int number = i;
            registered.add(staging.register(new WrittenTable(
                    tables.get(i).folder(),
                    tables.get(i).schema(),
                    parts.stream().map(files -> files.get(number)).toList())));
        }
        return new CountedTables<>(registered, written.map(Tuple2::_2));
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

    /** Reads two tables that were written together as they are on disk: one task, and one answer, a file of each. */
    public <R> JavaRDD<R> rereadTogether(
            Staging staging, WrittenTable one, WrittenTable other, TogetherReader<R> reader) {
        List<String> names = one.parts().stream().map(Part::name).toList();
        if (!names.equals(other.parts().stream().map(Part::name).toList())) {
            throw new IllegalArgumentException("the tables were not written together");
        }
        String oneFolder = new Path(staging.folder(), one.folder()).toString();
        String otherFolder = new Path(staging.folder(), other.folder()).toString();
        TableSchema oneSchema = one.schema();
        TableSchema otherSchema = other.schema();
        SerializableConfiguration conf = configuration();
        return spark.parallelize(names, Math.max(1, names.size()))
                .map(name -> reader.read(
                        rows(TableReader.open(new Path(oneFolder, name), oneSchema, conf.value()), oneSchema),
                        rows(TableReader.open(new Path(otherFolder, name), otherSchema, conf.value()), otherSchema)));
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

    /** Writes one file of each table under a name of its own and then gives it the part's name, which one attempt can do. */
    private record PartTask<T, S>(
            String folder,
            List<PersonTable<T>> tables,
            SideCounter<T, S> counter,
            SerializableConfiguration configuration)
            implements Serializable {
        Iterator<Tuple2<List<Part>, S>> write(int number, Iterator<Tuple2<String, T>> people) throws IOException {
            Configuration conf = configuration.value();
            String name = Part.name(number);
            String attempt = Staging.ATTEMPT + TaskContext.get().taskAttemptId() + "-" + name;
            SideCount<T, S> side = counter.start();
            List<PartWriter> writers = new ArrayList<>();
            try {
                for (PersonTable<T> table : tables) {
                    Path file = new Path(new Path(folder, table.folder()), attempt);
                    writers.add(new PartWriter(file, name, table.schema(), conf));
                }
                write(people, writers, side);
            } finally {
                close(writers);
            }
            for (PersonTable<T> table : tables) {
                name(new Path(new Path(folder, table.folder()), attempt), name, conf);
            }
            List<Part> parts =
                    new ArrayList<>(writers.stream().map(PartWriter::part).toList());
            return List.of(new Tuple2<List<Part>, S>(parts, side.counted())).iterator();
        }

        private void write(Iterator<Tuple2<String, T>> people, List<PartWriter> writers, SideCount<T, S> side)
                throws IOException {
            String last = "";
            while (people.hasNext()) {
                Tuple2<String, T> person = people.next();
                if (person._1().compareTo(last) <= 0) {
                    throw new IllegalStateException("a person comes twice or out of order");
                }
                last = person._1();
                side.add(person._2());
                for (int i = 0; i < writers.size(); i++) {
                    for (TableRow row : tables.get(i).maker().rows(person._2())) {
                        writers.get(i).write(row);
                    }
                }
            }
        }

        /** Closes all of them, also where one cannot be closed. */
        private static void close(List<PartWriter> writers) throws IOException {
            if (!writers.isEmpty()) {
                try (PartWriter first = writers.get(0)) {
                    close(writers.subList(1, writers.size()));
                }
            }
        }

        private static void name(Path attempt, String name, Configuration conf) throws IOException {
            CommitFiles files = CommitFiles.of(attempt, conf);
            try {
                files.createIfAbsent(attempt, new Path(attempt.getParent(), name));
            } catch (FileAlreadyExistsException e) {
                // Another attempt at this task finished first, with the same rows: its file is as good, and verified.
                files.delete(attempt);
            }
            files.delete(attempt);
        }
    }
}
