package org.mcpstrata.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import scala.Tuple2;
import scala.math.Ordering$;
import scala.reflect.ClassTag$;

/**
 * Entries on their way to the task that needs them: texts, numbers and bytes only, which Kryo writes in a fraction of
 * what Java serialization takes of records.
 */
public final class KeyedShuffle {
    private KeyedShuffle() {}

    /**
     * The entries of each key, one key after the other. Sorting spills to disk, so a partition may be larger than memory;
     * only what belongs to one key is held, in no order that can be relied on.
     *
     * @param partitioner the result keeps it, and is in key order inside each partition
     */
    public static <K extends Comparable<K>> JavaPairRDD<K, List<byte[]>> byKey(
            JavaPairRDD<K, byte[]> entries, Partitioner partitioner, Class<K> key) {
        ShuffledRDD<K, byte[], byte[]> sorted = shuffled(entries, partitioner, key, byte[].class)
                .setKeyOrdering(Ordering$.MODULE$.comparatorToOrdering(Comparator.<K>naturalOrder()));
        return JavaPairRDD.fromJavaRDD(sorted.toJavaRDD()).mapPartitionsToPair(Groups::new, true);
    }

    /** Entries, each to the partition of its key, in no order. */
    public static <K, V> JavaPairRDD<K, V> send(
            JavaPairRDD<K, V> entries, Partitioner partitioner, Class<K> key, Class<V> value) {
        return JavaPairRDD.fromJavaRDD(
                shuffled(entries, partitioner, key, value).toJavaRDD());
    }

    private static <K, V> ShuffledRDD<K, V, V> shuffled(
            JavaPairRDD<K, V> entries, Partitioner partitioner, Class<K> key, Class<V> value) {
        return new ShuffledRDD<K, V, V>(
                        entries.rdd(),
                        partitioner,
                        ClassTag$.MODULE$.apply(key),
                        ClassTag$.MODULE$.apply(value),
                        ClassTag$.MODULE$.apply(value))
                .setSerializer(new KryoSerializer(entries.context().getConf()));
    }

    private static final class Groups<K> implements Iterator<Tuple2<K, List<byte[]>>> {
        private final Iterator<Tuple2<K, byte[]>> entries;
        private Tuple2<K, byte[]> next;

        Groups(Iterator<Tuple2<K, byte[]>> entries) {
            this.entries = entries;
            this.next = entries.hasNext() ? entries.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Tuple2<K, List<byte[]>> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            K key = next._1();
            List<byte[]> group = new ArrayList<>();
            while (next != null && next._1().equals(key)) {
                group.add(next._2());
                next = entries.hasNext() ? entries.next() : null;
            }
            return new Tuple2<>(key, group);
        }
    }
}
