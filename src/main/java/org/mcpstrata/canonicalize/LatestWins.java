package org.mcpstrata.canonicalize;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.mcpstrata.model.CanonicalRow;

/**
 * Final action by the latest word: of the claims of one key the one that took effect last counts, and none when that is
 * a cancellation (inputs.md 1.4.5, algorithm b). A second original of the key is taken for an older version of it.
 */
final class LatestWins {
    private final Comparator<CanonicalRow> byTime;

    /** @param byTime a total order, the last word last */
    LatestWins(Comparator<CanonicalRow> byTime) {
        this.byTime = byTime;
    }

    /** @param byKey the rows of each key, at least one */
    Map<CanonicalRow, Fate> fates(SortedMap<?, List<CanonicalRow>> byKey) {
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        byKey.values().forEach(rows -> settle(rows.stream().sorted(byTime).toList(), fates));
        return fates;
    }

    private static void settle(List<CanonicalRow> oldestFirst, Map<CanonicalRow, Fate> fates) {
        CanonicalRow newest = oldestFirst.get(oldestFirst.size() - 1);
        boolean cancelled = ClaimColumns.isCancellation(newest);
        boolean anythingToCancel = oldestFirst.stream().anyMatch(row -> !ClaimColumns.isCancellation(row));
        for (CanonicalRow row : oldestFirst) {
            fates.put(row, cancelled ? Fate.VOIDED : Fate.SUPERSEDED);
        }
        if (!cancelled) {
            fates.put(newest, Fate.FINAL_ACTION);
        } else if (!anythingToCancel) {
            oldestFirst.forEach(row -> fates.put(row, Fate.ORPHANED_VOID));
        }
    }
}
