package org.mcpstrata.run;

import org.apache.spark.Partitioner;

/**
 * Cuts the space of person ids into equal ranges, so that every partition is one output file and the files follow one
 * another in key order. Person ids start with a letter and sixteen hexadecimal digits of a keyed hash, which spreads
 * people evenly.
 */
final class PersonPartitioner extends Partitioner {
    private static final int HEX_DIGITS = 8;

    private final int partitions;

    PersonPartitioner(int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("at least one partition");
        }
        this.partitions = partitions;
    }

    /** How many partitions a number of rows needs: a rule of the data alone, never of the cluster. */
    static int partitionsFor(long rows, long rowsPerPartition) {
        return Math.toIntExact(Math.max(2, (rows + rowsPerPartition - 1) / rowsPerPartition));
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        String personId = (String) key;
        long prefix = Long.parseLong(personId, 1, 1 + HEX_DIGITS, 16);
        return (int) (prefix * partitions >>> 4 * HEX_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonPartitioner partitioner && partitions == partitioner.partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
