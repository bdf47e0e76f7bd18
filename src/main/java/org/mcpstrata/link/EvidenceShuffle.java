package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The shuffles of linking: numbers and bytes only, which Kryo writes in a fraction of what Java serialization takes of
 * records. Sorting spills to disk, so that only what belongs to one number is held.
 */
final class EvidenceShuffle {
    private static final ClassTag<Long> NUMBER = ClassTag$.MODULE$.apply(Long.class);

    private EvidenceShuffle() {}

    /** The entries of each number, one number after the other. */
    static JavaRDD<List<byte[]>> gather(JavaPairRDD<Long, byte[]> entries, int partitions) {
        ClassTag<byte[]> bytes = ClassTag$.MODULE$.apply(byte[].class);
        ShuffledRDD<Long, byte[], byte[]> shuffled = new ShuffledRDD<>(
                        entries.rdd(), new HashPartitioner(partitions), NUMBER, bytes, bytes)
                .setSerializer(new KryoSerializer(entries.context().getConf()))
                .setKeyOrdering(byNumber());
        return shuffled.toJavaRDD().mapPartitions(Groups::new);
    }

    /** Blocks of numbers, each to the partition that it names. */
    static JavaPairRDD<Long, long[]> send(JavaPairRDD<Long, long[]> blocks, int partitions) {
        ClassTag<long[]> numbers = ClassTag$.MODULE$.apply(long[].class);
        ShuffledRDD<Long, long[], long[]> shuffled = new ShuffledRDD<>(
                        blocks.rdd(), new HashPartitioner(partitions), NUMBER, numbers, numbers)
                .setSerializer(new KryoSerializer(blocks.context().getConf()));
        return JavaPairRDD.fromJavaRDD(shuffled.toJavaRDD());
    }

    /** Scala's order of numbers, whose type does not say that boxed ones are meant. */
    @SuppressWarnings("unchecked")
    private static Ordering<Long> byNumber() {
        return (Ordering<Long>) (Ordering<?>) Ordering.Long$.MODULE$;
    }

    private static final class Groups implements Iterator<List<byte[]>> {
        private final Iterator<Tuple2<Long, byte[]>> entries;
        private Tuple2<Long, byte[]> next;

        Groups(Iterator<Tuple2<Long, byte[]>> entries) {
            this.entries = entries;
            this.next = entries.hasNext() ? entries.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<byte[]> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Long number = next._1();
            List<byte[]> group = new ArrayList<>();
            while (next != null && next._1().equals(number)) {
                group.add(next._2());
                next = entries.hasNext() ? entries.next() : null;
            }
            return group;
        }
    }
}
