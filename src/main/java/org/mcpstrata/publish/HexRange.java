package org.mcpstrata.publish;

import org.apache.spark.Partitioner;

/**
 * Spreads keys of one letter and hexadecimal digits, such as person ids, over files by their leading digits: the files
 * hold ranges of keys in order, and which file a key is in depends on the key and the number of files alone.
 */
final class HexRange extends Partitioner {
    private static final int LEADING = 8;

    private final int files;

    HexRange(int files) {
        if (files < 1) {
            throw new IllegalArgumentException("a table has at least one file");
        }
        this.files = files;
    }

    @Override
    public int numPartitions() {
        return files;
    }

    @Override
    public int getPartition(Object key) {
        String text = (String) key;
        if (text.length() <= LEADING || text.charAt(0) != 'P') {
            throw new IllegalArgumentException("a person id is P and at least eight hexadecimal digits");
        }
        long leading = 0;
        for (int i = 1; i <= LEADING; i++) {
            char c = text.charAt(i);
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) {
                throw new IllegalArgumentException("a person id has small hexadecimal digits");
            }
            leading = leading << 4 | digit;
        }
        return (int) (leading * files >>> 4 * LEADING);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HexRange range && files == range.files;
    }

    @Override
    public int hashCode() {
        return files;
    }
}
