package org.mcpstrata.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.store.KeyedShuffle;
import scala.Tuple2;

/** Finds members that share a key, as numbers: eight bytes a key and eight a member, brought together by key. */
final class SharedKeys {
    /** So many numbers travel together. */
    private static final int BLOCK = 1 << 12;

    private SharedKeys() {}

    /** Groups of members that share keys of one partition; together they say who could be whom. */
    static CandidateGroups groups(JavaRDD<KnownMember> members, int partitions) {
        JavaPairRDD<Long, long[]> byKey = KeyedShuffle.send(
                members.mapPartitionsToPair(all -> new Blocks(all, partitions)),
                new HashPartitioner(partitions),
                Long.class,
                long[].class);
        return CandidateGroups.of(byKey.mapPartitions(blocks -> List.of(
                                CandidateGroups.of(List.of(sharing(blocks))).pairs())
                        .iterator())
                .collect());
    }

    /** Every member after the first that has a key, with that first one. */
    static long[] sharing(Iterator<Tuple2<Long, long[]>> blocks) {
        List<long[]> all = new ArrayList<>();
        int numbers = 0;
        while (blocks.hasNext()) {
            long[] block = blocks.next()._2();
            all.add(block);
            numbers += block.length;
        }
        FirstHolders holders = new FirstHolders(numbers / 2);
        long[] pairs = new long[numbers];
        int size = 0;
        for (long[] block : all) {
            for (int i = 0; i < block.length; i += 2) {
                long first = holders.first(block[i], block[i + 1]);
                if (first != block[i + 1]) {
                    pairs[size++] = first;
                    pairs[size++] = block[i + 1];
                }
            }
        }
        return Arrays.copyOf(pairs, size);
    }

    /** The first member that came with each key. */
    private static final class FirstHolders {
        private final long[] keys;
        private final long[] members;

        FirstHolders(int most) {
            int capacity = Integer.highestOneBit(Math.max(8, most)) << 2;
            this.keys = new long[capacity];
            this.members = new long[capacity];
        }

        /** The first holder, which is the given one where the key is new. */
        long first(long key, long member) {
            // Zero marks a free slot; the key zero is looked at together with the key one.
            long wanted = key == 0 ? 1 : key;
            int slot = (int) wanted & keys.length - 1;
            while (keys[slot] != 0 && keys[slot] != wanted) {
                slot = slot + 1 & keys.length - 1;
            }
            if (keys[slot] == 0) {
                keys[slot] = wanted;
                members[slot] = member;
            }
            return members[slot];
        }
    }

    /** Keys with their members, in blocks for the partition that each key belongs to. */
    private static final class Blocks implements Iterator<Tuple2<Long, long[]>> {
        private final Iterator<KnownMember> members;
        private final long[][] open;
        private final int[] sizes;
        private final List<Tuple2<Long, long[]>> ready = new ArrayList<>();

        Blocks(Iterator<KnownMember> members, int partitions) {
            this.members = members;
            this.open = new long[partitions][];
            this.sizes = new int[partitions];
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && members.hasNext()) {
                KnownMember member = members.next();
                for (long key : member.keys()) {
                    add(key, member.number());
                }
                if (!members.hasNext()) {
                    for (int partition = 0; partition < open.length; partition++) {
                        close(partition);
                    }
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public Tuple2<Long, long[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove(ready.size() - 1);
        }

        private void add(long key, long member) {
            // The low bits find a slot later on; the high ones find the partition.
            int partition = (int) Long.remainderUnsigned(key >>> 20, open.length);
            if (open[partition] == null) {
                open[partition] = new long[BLOCK];
            }
            open[partition][sizes[partition]++] = key;
            open[partition][sizes[partition]++] = member;
            if (sizes[partition] == BLOCK) {
                close(partition);
            }
        }

        private void close(int partition) {
            if (sizes[partition] > 0) {
                ready.add(new Tuple2<>((long) partition, Arrays.copyOf(open[partition], sizes[partition])));
                sizes[partition] = 0;
            }
        }
    }
}
