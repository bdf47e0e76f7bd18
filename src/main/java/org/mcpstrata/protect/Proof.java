package org.mcpstrata.protect;

import java.util.Arrays;

/**
 * Two completions of everything published, as what they change of the truth. Anybody who adds them up can see that both
 * are possible; that is the whole proof that the cells in which they differ cannot be known.
 *
 * @param cells that differ from the truth in one of them, in order
 * @param first change of each cell in the first completion
 * @param second change of each cell in the second
 */
record Proof(int[] cells, long[] first, long[] second) {
    Proof {
        if (cells.length != first.length || cells.length != second.length) {
            throw new IllegalArgumentException("a change for every cell");
        }
    }

    /** How far apart the two completions are in a cell. */
    long apart(int index) {
        return Math.abs(first[index] - second[index]);
    }

    long lowest(int index) {
        return Math.min(first[index], second[index]);
    }

    long highest(int index) {
        return Math.max(first[index], second[index]);
    }

    int indexOf(int cell) {
        return Arrays.binarySearch(cells, cell);
    }
}
