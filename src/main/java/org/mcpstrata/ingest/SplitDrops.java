package org.mcpstrata.ingest;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;

/** The drop of each split, and which drops describe all their members themselves. */
final class SplitDrops implements Serializable {
    private final int[] dropOfSplit;
    private final BitSet complete;

    private SplitDrops(int[] dropOfSplit, BitSet complete) {
        this.dropOfSplit = dropOfSplit;
        this.complete = complete;
    }

    /** @param drops by rank */
    static SplitDrops of(List<Split> splits, List<PlannedDrop> drops) {
        BitSet complete = new BitSet();
        drops.stream().filter(drop -> drop.manifest().describesAllMembers()).forEach(drop -> complete.set(drop.rank()));
        return new SplitDrops(splits.stream().mapToInt(Split::drop).toArray(), complete);
    }

    /** Rank of a split's drop. */
    int of(int split) {
        return dropOfSplit[split];
    }

    /**
     * Whether a member that is described in one split is known where another names it: in the same drop, and in newer ones of
     * the payer but those that tell all members anew.
     */
    boolean knows(int naming, int describing) {
        return of(describing) == of(naming) || of(describing) < of(naming) && !complete.get(of(naming));
    }
}
