package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.store.TaskProgress;
import scala.Tuple2;

/** The Spark jobs of ingest; everything they do to one file or split is plain Java elsewhere. */
final class SparkWork {
    private static final long BYTES_A_TASK = 64L << 20;
    private static final long BYTES_A_BUCKET = 64L << 20;

    private static final String STAGE = "reading drops";

    private final JavaSparkContext spark;
    private final Progress progress;
    private final Broadcast<SerializableConfiguration> conf;

    SparkWork(JavaSparkContext spark, Progress progress) {
        this.spark = requireNonNull(spark, "spark");
        this.progress = requireNonNull(progress, "progress");
        this.conf = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    }

    /** One file to survey. */
    record SurveyOrder(int number, String path, ManifestFile file, Place place) implements Serializable {}

    /** Surveys files, answers in the order of the orders. */
    List<FileSurvey> survey(List<SurveyOrder> orders) {
        long announced =
                orders.stream().mapToLong(order -> order.file().records()).sum();
        try (TaskProgress telling = TaskProgress.of(spark, progress, STAGE + ": digests, records", announced)
                .begun()) {
            return survey(orders, telling.finished());
        }
    }

    private List<FileSurvey> survey(List<SurveyOrder> orders, LongAccumulator finished) {
        List<List<SurveyOrder>> tasks = pack(orders, order -> order.file().bytes());
        Broadcast<SerializableConfiguration> shared = conf;
        List<Tuple2<Integer, FileSurvey>> found = rdd(tasks)
                .flatMap(task -> {
                    FileStore store = new FileStore(shared.value().value());
                    List<Tuple2<Integer, FileSurvey>> surveys = new ArrayList<>();
                    for (SurveyOrder order : task) {
                        FileSurvey survey = FileSurvey.of(store, new Path(order.path()), order.file(), order.place());
                        surveys.add(new Tuple2<>(order.number(), survey));
                        finished.add(order.file().records());
                    }
                    return surveys.iterator();
                })
                .collect();
        return inOrder(found);
    }

    /** A split of which the delivered file could not be read. */
    record Unread(int split, Problem problem) implements Serializable {}

    /**
     * Everything the reading job brings back.
     *
     * @param unread splits that have no report; where there is any, nothing else here says anything of the whole
     */
    record ReadResult(List<SplitReport> reports, List<Unread> unread, KeyFindings findings) {}

    /**
     * Reads splits and compares their keys with one another and with those of splits that an earlier run read, in one
     * job.
     *
     * @param all every split of the run by its number
     * @param announced records that the manifests announce in the splits that are read
     */
    ReadResult read(
            Broadcast<ReadingPlan> plan, List<Split> splits, List<StoredKeys> stored, List<Split> all, long announced) {
        if (splits.isEmpty() && stored.isEmpty()) {
            return new ReadResult(List.of(), List.of(), new KeyFindings(List.of(), List.of(), List.of()));
        }
        try (TaskProgress telling = TaskProgress.of(spark, progress, STAGE + ": values, records", announced)
                .begun()) {
            return read(plan, splits, stored, all, telling.finished());
        }
    }

    private ReadResult read(
            Broadcast<ReadingPlan> plan,
            List<Split> splits,
            List<StoredKeys> stored,
            List<Split> all,
            LongAccumulator finished) {
        long total = all.stream().mapToLong(Split::weight).sum();
        int buckets = (int) Math.max(spark.defaultParallelism(), total / BYTES_A_BUCKET);
        SplitDrops drops = SplitDrops.of(all, plan.value().drops());
        Broadcast<SerializableConfiguration> shared = conf;
        JavaPairRDD<Integer, Object> read = rdd(pack(splits, Split::weight)).flatMapToPair(task -> {
            SplitKeys keys = new SplitKeys(buckets);
            FileStore store = new FileStore(shared.value().value());
            long attempt = TaskContext.get().taskAttemptId();
            List<Tuple2<Integer, Object>> out = new ArrayList<>();
            for (Split split : task) {
                int bucket = Math.floorMod(split.number(), buckets);
                try {
                    SplitReport report = read(plan.value(), split, store, keys, attempt);
                    out.add(new Tuple2<>(bucket, report));
                    finished.add(report.counts().delivered());
                } catch (UnreadableDelivery e) {
                    out.add(new Tuple2<>(bucket, new Unread(split.number(), e.problem())));
                }
            }
            out.addAll(byBucket(keys));
            return out.iterator();
        });
        JavaPairRDD<Integer, Object> known = rdd(pack(stored, StoredKeys::bytes))
                .flatMapToPair(task -> {
                    SplitKeys keys = new SplitKeys(buckets);
                    FileStore store = new FileStore(shared.value().value());
                    for (StoredKeys file : task) {
                        file.addTo(keys, store);
                    }
                    return byBucket(keys).iterator();
                });
        List<Object> collected = read.union(known)
                .partitionBy(new HashPartitioner(buckets))
                .mapPartitions(entries -> {
                    List<Object> out = new ArrayList<>();
                    List<byte[]> blocks = new ArrayList<>();
                    while (entries.hasNext()) {
                        Object value = entries.next()._2();
                        if (value instanceof byte[] block) {
                            blocks.add(block);
                        } else {
                            out.add(value);
                        }
                    }
                    out.add(KeyFindings.compare(blocks, drops));
                    return out.iterator();
                })
                .collect();
        return sorted(collected);
    }

    private static SplitReport read(ReadingPlan plan, Split split, FileStore store, SplitKeys keys, long attempt)
            throws IOException {
        SplitWriter writer = new SplitWriter(plan, split, attempt, store);
        Path keyFile = plan.staged(split, "keys", attempt);
        try (StoredKeys.Writer records = new StoredKeys.Writer(store.create(keyFile))) {
            keys.recordsTo(records);
            return new SplitTask(plan, split, store, keys, writer).run().withKeys(keyFile.toString());
        }
    }

    private static List<Tuple2<Integer, Object>> byBucket(SplitKeys keys) {
        List<Tuple2<Integer, Object>> out = new ArrayList<>();
        List<byte[]> packed = keys.packed();
        for (int bucket = 0; bucket < packed.size(); bucket++) {
            out.add(new Tuple2<>(bucket, packed.get(bucket)));
        }
        return out;
    }

    private static ReadResult sorted(List<Object> collected) {
        List<SplitReport> reports = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        List<KeyFindings.Line> duplicates = new ArrayList<>();
        List<KeyFindings.Orphan> orphans = new ArrayList<>();
        List<KeyFindings.Repeated> repeated = new ArrayList<>();
        for (Object item : collected) {
            if (item instanceof SplitReport report) {
                reports.add(report);
            } else if (item instanceof Unread without) {
                unread.add(without);
            } else if (item instanceof KeyFindings findings) {
                duplicates.addAll(findings.duplicates());
                orphans.addAll(findings.orphans());
                repeated.addAll(findings.repeated());
            }
        }
        reports.sort(Comparator.comparingInt(SplitReport::split));
        unread.sort(Comparator.comparingInt(Unread::split));
        return new ReadResult(reports, unread, new KeyFindings(duplicates, orphans, repeated));
    }

    /** Rewrites splits, answers in the order of the orders. */
    List<SplitRewrite.Rewritten> rewrite(Broadcast<ReadingPlan> plan, List<RewriteOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Broadcast<SerializableConfiguration> shared = conf;
        List<List<RewriteOrder>> tasks = pack(orders, order -> order.split().weight());
        List<SplitRewrite.Rewritten> rewritten = new ArrayList<>(rdd(tasks)
                .flatMap(task -> {
                    FileStore store = new FileStore(shared.value().value());
                    List<SplitRewrite.Rewritten> done = new ArrayList<>();
                    for (RewriteOrder order : task) {
                        done.add(new SplitRewrite(plan.value(), order, store)
                                .run(TaskContext.get().taskAttemptId()));
                    }
                    return done.iterator();
                })
                .collect());
        rewritten.sort(Comparator.comparingInt(each -> each.report().split()));
        return rewritten;
    }

    /** SHA-256 of files, in the order of the paths; empty where there is no such file. */
    List<String> digests(List<String> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        Broadcast<SerializableConfiguration> shared = conf;
        return spark.parallelize(paths, Math.min(paths.size(), 4 * spark.defaultParallelism()))
                .map(path -> new FileStore(shared.value().value()).sha256(new Path(path)))
                .collect();
    }

    /** Rows of files by their footers, in the order of the paths. */
    List<Long> countRows(List<String> paths) {
        if (paths.isEmpty()) {
            return List.of();
        }
        Broadcast<SerializableConfiguration> shared = conf;
        return spark.parallelize(paths, Math.min(paths.size(), spark.defaultParallelism()))
                .map(path ->
                        TableReader.countRows(new Path(path), shared.value().value()))
                .collect();
    }

    <T> Broadcast<T> broadcast(T value) {
        return spark.broadcast(value);
    }

    private <T> JavaRDD<List<T>> rdd(List<List<T>> tasks) {
        return spark.parallelize(tasks, Math.max(1, tasks.size()));
    }

    private static <T> List<T> inOrder(List<Tuple2<Integer, T>> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(Tuple2::_1))
                .map(Tuple2::_2)
                .toList();
    }

    /** Largest first into the lightest task: small files share tasks, and the same work always makes the same tasks. */
    private <T> List<List<T>> pack(List<T> work, ToLongFunction<T> weight) {
        long total = work.stream().mapToLong(weight).sum();
        int wanted = (int) Math.max(2L * spark.defaultParallelism(), total / BYTES_A_TASK);
        return Packing.pack(work, weight, wanted);
    }
}
