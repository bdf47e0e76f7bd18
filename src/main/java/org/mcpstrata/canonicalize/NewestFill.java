package org.mcpstrata.canonicalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * Final action of Medicare Part D events: each monthly file is settled in itself; across months the newest event of a
 * key counts, and a deletion removes the fill (inputs.md 1.4.6). Newest is the effective day, then the load day, then
 * the drop.
 */
final class NewestFill {
    private final LatestWins latest;

    NewestFill(RowOrder order) {
        this.latest = new LatestWins(Comparator.<CanonicalRow, LocalDate>comparing(ClaimColumns::effective)
                .thenComparing(ClaimColumns::loaded)
                .thenComparingInt(order::rank)
                .thenComparing(ClaimColumns::claimId)
                .thenComparing(order));
    }

    Map<CanonicalRow, Fate> fates(List<CanonicalRow> keyed) {
        SortedMap<String, List<CanonicalRow>> byKey = new TreeMap<>();
        for (CanonicalRow row : keyed) {
            String natural = ClaimColumns.key(row) == null ? ClaimColumns.claimId(row) : ClaimColumns.key(row);
            byKey.computeIfAbsent(row.payerId() + '/' + natural, key -> new ArrayList<>())
                    .add(row);
        }
        return latest.fates(byKey);
    }
}
