package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import org.mcpstrata.model.Progress;

/**
 * Tells how far Spark's tasks have come while the driver waits for them. Tasks count what they finished; each task that
 * ends is a step. Nothing is told after this is closed, so that a late message never names a stage that is over.
 */
public final class TaskProgress implements AutoCloseable {
    private final JavaSparkContext spark;
    private final Progress progress;
    private final String stage;
    private final long total;
    private final LongAccumulator finished;
    private final SparkListener listener = new TaskEnds();
    private boolean open = true;
    private long told;

    private TaskProgress(JavaSparkContext spark, Progress progress, String stage, long total) {
        this.spark = requireNonNull(spark, "spark");
        this.progress = requireNonNull(progress, "progress");
        this.stage = requireNonNull(stage, "stage");
        this.total = total;
        this.finished = spark.sc().longAccumulator();
    }

    /**
     * Begins to listen; the first thing told is that a task has ended.
     *
     * @param stage the stage's name in the operator's words, ending in what is counted
     * @param total how many pieces are expected
     */
    public static TaskProgress of(JavaSparkContext spark, Progress progress, String stage, long total) {
        TaskProgress telling = new TaskProgress(spark, progress, stage, total);
        spark.sc().addSparkListener(telling.listener);
        return telling;
    }

    /** Tells that the stage has begun. */
    public TaskProgress begun() {
        progress.reached(stage, 0, total);
        return this;
    }

    /** The same things, each counted as finished when a task has gone on from it. */
    public <T> JavaRDD<T> counting(JavaRDD<T> things) {
        LongAccumulator counter = finished;
        return things.map(thing -> {
            counter.add(1);
            return thing;
        });
    }

    /** As {@link #counting(JavaRDD)}; keys and partitions stay as they are. */
    public <K, V> JavaPairRDD<K, V> counting(JavaPairRDD<K, V> things) {
        LongAccumulator counter = finished;
        return things.mapValues(thing -> {
            counter.add(1);
            return thing;
        });
    }

    /** Where tasks add the pieces they finished. Repeated tasks may count twice: it is for telling, never for results. */
    public LongAccumulator finished() {
        return finished;
    }

    private synchronized void tell() {
        long done = finished.value();
        if (open && done > told) {
            told = done;
            progress.reached(stage, done, Math.max(done, total));
        }
    }

    /** Tells how far it came in the end. */
    @Override
    public void close() {
        spark.sc().removeSparkListener(listener);
        tell();
        synchronized (this) {
            open = false;
        }
    }

    private final class TaskEnds extends SparkListener {
        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            tell();
        }
    }
}
