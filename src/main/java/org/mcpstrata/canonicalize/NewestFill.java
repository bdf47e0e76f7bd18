package org.mcpstrata.canonicalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * Final action of Medicare Part D events: each monthly file is settled in itself; across months the newest event of a
 * key counts, and a deletion removes the fill (inputs.md 1.4.6). Newest is the effective day, then the load day, then
 * the drop.
 */
final class NewestFill {
    private final Comparator<CanonicalRow> byTime;

    NewestFill(RowOrder order) {
        this.byTime = Comparator.<CanonicalRow, LocalDate>comparing(ClaimColumns::effective)
                .thenComparing(ClaimColumns::loaded)
                .thenComparingInt(order::rank)
                .thenComparing(ClaimColumns::claimId)
                .thenComparing(order);
    }

    Map<CanonicalRow, Fate> fates(List<CanonicalRow> keyed) {
        Map<String, List<CanonicalRow>> byKey = new TreeMap<>();
        for (CanonicalRow row : keyed) {
            String natural = ClaimColumns.key(row) == null ? ClaimColumns.claimId(row) : ClaimColumns.key(row);
            byKey.computeIfAbsent(row.payerId() + '/' + natural, key -> new ArrayList<>())
                    .add(row);
        }
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        byKey.values().forEach(rows -> settle(rows.stream().sorted(byTime).toList(), fates));
        return fates;
    }

    private static void settle(List<CanonicalRow> oldestFirst, Map<CanonicalRow, Fate> fates) {
        CanonicalRow newest = oldestFirst.get(oldestFirst.size() - 1);
        boolean deleted = ClaimColumns.isCancellation(newest);
        boolean anythingToDelete = oldestFirst.stream().anyMatch(row -> !ClaimColumns.isCancellation(row));
        for (CanonicalRow row : oldestFirst) {
            fates.put(row, deleted ? Fate.VOIDED : Fate.SUPERSEDED);
        }
        if (!deleted) {
            fates.put(newest, Fate.FINAL_ACTION);
        } else if (!anythingToDelete) {
            oldestFirst.forEach(row -> fates.put(row, Fate.ORPHANED_VOID));
        }
    }
}
