package org.mcpstrata.ingest;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The drop of each split, and whose members are known in it. */
final class SplitDrops implements Serializable {
    private final int[] dropOfSplit;

    /** By drop, the oldest whose members it knows. */
    private final int[] oldestKnown;

    private SplitDrops(int[] dropOfSplit, int[] oldestKnown) {
        this.dropOfSplit = dropOfSplit;
        this.oldestKnown = oldestKnown;
    }

    /** @param drops by rank; those without a split are not read and describe nobody */
    static SplitDrops of(List<Split> splits, List<PlannedDrop> drops) {
        int[] dropOfSplit = splits.stream().mapToInt(Split::drop).toArray();
        Set<Integer> read = splits.stream().map(Split::drop).collect(Collectors.toSet());
        int[] oldestKnown = new int[drops.size()];
        Map<String, Integer> lastComplete = new HashMap<>();
        for (PlannedDrop drop : drops) {
            String payer = drop.manifest().payer();
            if (read.contains(drop.rank()) && drop.manifest().describesAllMembers()) {
                lastComplete.put(payer, drop.rank());
            }
            oldestKnown[drop.rank()] = lastComplete.getOrDefault(payer, 0);
        }
        return new SplitDrops(dropOfSplit, oldestKnown);
    }

    /** Rank of a split's drop. */
    int of(int split) {
        return dropOfSplit[split];
    }

    /**
     * Whether a member whom the payer describes in one split is known where another names it: in the same drop and in newer
     * ones, up to one that tells all members anew.
     */
    boolean knows(int naming, int describing) {
        int named = of(naming);
        return of(describing) <= named && of(describing) >= oldestKnown[named];
    }
}
