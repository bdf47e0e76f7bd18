package org.mcpstrata.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.store.RowCodec;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The one shuffle: brings all rows of a person together, persons in key order, a person's rows in one total order. */
final class PersonShuffle {
    private PersonShuffle() {}

    /**
     * Rows keyed by person become whole persons. Sorting spills to disk, so a partition may be larger than memory; only
     * one person at a time is held.
     *
     * @param ranges ranges of person ids; the result keeps it, and is in key order inside each partition
     */
    static JavaPairRDD<String, List<CanonicalRow>> gather(
            JavaPairRDD<String, byte[]> rowsByPerson, Partitioner ranges) {
        ClassTag<String> text = ClassTag$.MODULE$.apply(String.class);
        ClassTag<byte[]> bytes = ClassTag$.MODULE$.apply(byte[].class);
        ShuffledRDD<String, byte[], byte[]> shuffled = new ShuffledRDD<>(rowsByPerson.rdd(), ranges, text, bytes, bytes)
                // Text and bytes only: Kryo writes them in a fraction of what Java serialization takes.
                .setSerializer(new KryoSerializer(rowsByPerson.context().getConf()))
                .setKeyOrdering(Ordering.String$.MODULE$);
        return JavaPairRDD.fromJavaRDD(shuffled.toJavaRDD()).mapPartitionsToPair(PersonIterator::new, true);
    }

    /** Rows in the one order in which persons are evaluated. */
    static List<CanonicalRow> inOrder(List<byte[]> encoded) {
        // The bytes of a row hold its provenance, so this order is total and the same on every cluster.
        encoded.sort(Arrays::compareUnsigned);
        List<CanonicalRow> decoded = new ArrayList<>(encoded.size());
        for (byte[] row : encoded) {
            decoded.add(RowCodec.decode(row));
        }
        return decoded;
    }

    private static final class PersonIterator implements Iterator<Tuple2<String, List<CanonicalRow>>> {
        private final Iterator<Tuple2<String, byte[]>> rows;
        private Tuple2<String, byte[]> next;

        PersonIterator(Iterator<Tuple2<String, byte[]>> rows) {
            this.rows = rows;
            this.next = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Tuple2<String, List<CanonicalRow>> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            String personId = next._1();
            List<byte[]> encoded = new ArrayList<>();
            while (next != null && next._1().equals(personId)) {
                encoded.add(next._2());
                next = rows.hasNext() ? rows.next() : null;
            }
            return new Tuple2<>(personId, inOrder(encoded));
        }
    }
}
