package org.mcpstrata.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.store.KeyedShuffle;
import org.mcpstrata.store.RowCodec;

/** The one shuffle: brings all rows of a person together, persons in key order, a person's rows in one total order. */
final class PersonShuffle {
    private PersonShuffle() {}

    /**
     * Rows and names keyed by person become whole persons, of whom only one at a time is held.
     *
     * @param ranges ranges of person ids; the result keeps it, and is in key order inside each partition
     */
    static JavaPairRDD<String, PersonRows> gather(JavaPairRDD<String, byte[]> rowsByPerson, Partitioner ranges) {
        return KeyedShuffle.byKey(rowsByPerson, ranges, String.class).mapValues(PersonRows::of);
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
}
