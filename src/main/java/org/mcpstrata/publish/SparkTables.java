package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import scala.Tuple2;

/** Large tables of a run: written, read back and verified by Spark tasks, one for each file. One is enough for a run. */
public final class SparkTables implements PartReader {
    private final JavaSparkContext spark;
    /** Sent once: reading a Hadoop configuration takes a task longer than writing a small file. */
    private final Broadcast<SerializableConfiguration> configuration;

    public SparkTables(JavaSparkContext spark) {
        this.spark = requireNonNull(spark, "spark");
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
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
        PartTask<T, S> task = new PartTask<>(staging.folder().toString(), List.copyOf(tables), counter, configuration);
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

    /**
     * Writes a table whose rows tasks make, one file a slice.
     *
     * @param tableFolder below the run, for example {@code restricted/stratified_result}
     * @param slices in the order of the table's key; at least one
     * @param maker makes a slice's rows, in the same order
     */
    public <S> WrittenTable write(
            Staging staging, String tableFolder, TableSchema schema, List<S> slices, SliceMaker<S> maker) {
        Broadcast<SerializableConfiguration> conf = configuration;
        String folder = new Path(staging.folder(), tableFolder).toString();
        List<Part> parts = spark.parallelize(slices, slices.size())
                .mapPartitionsWithIndex(
                        (number, slice) -> List.of(write(
                                        folder,
                                        number,
                                        schema,
                                        maker.rows(slice.next()),
                                        conf.value().value()))
                                .iterator(),
                        true)
                .collect();
        return staging.register(new WrittenTable(tableFolder, schema, parts));
    }

    private static Part write(
            String folder, int number, TableSchema schema, Iterator<TableRow> rows, Configuration conf)
            throws IOException {
        AttemptFile file = new AttemptFile(new Path(folder), Part.name(number));
        PartWriter writer = new PartWriter(file.path(), file.name(), schema, conf);
        try (writer) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
        }
        file.takeName(conf);
        return writer.part();
    }

    /**
     * Reads a table as it is on disk, one task and one answer a group of its files.
     *
     * @param groups of names of files, every file of the table in one of them
     */
    public <R> Reread<R> reread(Staging staging, WrittenTable table, List<List<String>> groups, RowsReader<R> reader) {
        Broadcast<SerializableConfiguration> conf = configuration;
        String folder = new Path(staging.folder(), table.folder()).toString();
        TableSchema schema = table.schema();
        List<Tuple2<List<RereadPart>, R>> read = spark.parallelize(groups, groups.size())
                .map(names -> {
                    try (DigestedFiles files = new DigestedFiles(
                            new Path(folder), names, schema, conf.value().value())) {
                        R found = reader.read(files);
                        return new Tuple2<>(files.parts(), found);
                    }
                })
                .collect();
        return new Reread<>(
                Map.of(
                        table.folder(),
                        read.stream().flatMap(group -> group._1().stream()).toList()),
                read.stream().map(Tuple2::_2).toList());
    }

    /** Reads two tables that were written together as they are on disk: one task, and one answer, a file of each. */
    public <R> Reread<R> rereadTogether(
            Staging staging, WrittenTable one, WrittenTable other, TogetherReader<R> reader) {
        List<String> names = one.parts().stream().map(Part::name).toList();
        if (!names.equals(other.parts().stream().map(Part::name).toList())) {
            throw new IllegalArgumentException("the tables were not written together");
        }
        String oneFolder = new Path(staging.folder(), one.folder()).toString();
        String otherFolder = new Path(staging.folder(), other.folder()).toString();
        TableSchema oneSchema = one.schema();
        TableSchema otherSchema = other.schema();
        Broadcast<SerializableConfiguration> conf = configuration;
        List<Tuple2<List<RereadPart>, R>> read = spark.parallelize(names, Math.max(1, names.size()))
                .map(name -> {
                    try (DigestedRows ones = new DigestedRows(
                                    new Path(oneFolder, name),
                                    oneSchema,
                                    conf.value().value());
                            DigestedRows others = new DigestedRows(
                                    new Path(otherFolder, name),
                                    otherSchema,
                                    conf.value().value())) {
                        R found = reader.read(ones, others);
                        return new Tuple2<>(List.of(ones.part(), others.part()), found);
                    }
                })
                .collect();
        return new Reread<>(
                Map.of(
                        one.folder(),
                        read.stream().map(file -> file._1().get(0)).toList(),
                        other.folder(),
                        read.stream().map(file -> file._1().get(1)).toList()),
                read.stream().map(Tuple2::_2).toList());
    }

    /**
     * Verifies a staged run with one task for each file.
     *
     * @param read tables that were read back already, whole
     */
    public VerifiedRun verify(Staging staging, RunRecord record, Laws laws, List<Reread<?>> read) {
        Map<String, List<RereadPart>> known = new HashMap<>();
        read.forEach(tables -> known.putAll(tables.parts()));
        return Verification.of(
                staging,
                record,
                laws,
                (folder, table) ->
                        known.containsKey(table.folder()) ? known.get(table.folder()) : reread(folder, table));
    }

    /** Reads a table of several files by tasks; a job for a single small file would take longer than the file. */
    @Override
    public List<RereadPart> reread(Path folder, WrittenTable table) throws IOException {
        if (table.parts().size() == 1) {
            return PartReader.here(spark.hadoopConfiguration()).reread(folder, table);
        }
        Broadcast<SerializableConfiguration> conf = configuration;
        TableSchema schema = table.schema();
        return perPart(folder, table)
                .map(file -> RereadPart.of(new Path(file), schema, conf.value().value()))
                .collect();
    }

    private JavaRDD<String> perPart(Path folder, WrittenTable table) {
        List<String> paths = table.parts().stream()
                .map(part -> new Path(folder, part.name()).toString())
                .toList();
        return spark.parallelize(paths, Math.max(1, paths.size()));
    }

    /** Writes one file of each table under a name of its own and then gives it the part's name, which one attempt can do. */
    private record PartTask<T, S>(
            String folder,
            List<PersonTable<T>> tables,
            SideCounter<T, S> counter,
            Broadcast<SerializableConfiguration> configuration)
            implements Serializable {
        Iterator<Tuple2<List<Part>, S>> write(int number, Iterator<Tuple2<String, T>> people) throws IOException {
            Configuration conf = configuration.value().value();
            List<AttemptFile> files = tables.stream()
                    .map(table -> new AttemptFile(new Path(folder, table.folder()), Part.name(number)))
                    .toList();
            SideCount<T, S> side = counter.start();
            List<PartWriter> writers = new ArrayList<>();
            try {
                for (int i = 0; i < files.size(); i++) {
                    AttemptFile file = files.get(i);
                    writers.add(new PartWriter(
                            file.path(), file.name(), tables.get(i).schema(), conf));
                }
                write(people, writers, side);
            } finally {
                close(writers);
            }
            for (AttemptFile file : files) {
                file.takeName(conf);
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
    }
}
