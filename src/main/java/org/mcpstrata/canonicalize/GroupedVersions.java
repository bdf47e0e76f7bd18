package org.mcpstrata.canonicalize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * Final action of Medicare's research files (inputs.md 5): every version of a claim has a number of its own, the payer
 * groups the versions and says of each whether it is final. The newest drop that tells of a version tells all of it; a
 * version that it withdraws does not count. Of a group the versions count that the newest of those drops holds: an
 * older drop's version has been superseded, whether or not anybody took back that it was final.
 */
final class GroupedVersions {
    private final RowOrder order;

    GroupedVersions(RowOrder order) {
        this.order = requireNonNull(order, "order");
    }

    /** @param grouped rows of whole claims, all of formats whose payer groups versions */
    Map<CanonicalRow, Fate> fates(SortedMap<ClaimNumber, List<CanonicalRow>> grouped) {
        SortedMap<String, List<List<CanonicalRow>>> groups = new TreeMap<>();
        grouped.forEach((number, rows) -> groups.computeIfAbsent(group(rows.get(0)), key -> new ArrayList<>())
                .add(rows));
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        groups.values().forEach(versions -> settle(versions, fates));
        return fates;
    }

    private static String group(CanonicalRow row) {
        return row.payerId() + '/' + row.table() + '/' + ClaimColumns.key(row);
    }

    private void settle(List<List<CanonicalRow>> versions, Map<CanonicalRow, Fate> fates) {
        int newest = versions.stream()
                .map(this::latest)
                .filter(GroupedVersions::stands)
                .mapToInt(rows -> order.rank(rows.get(0)))
                .max()
                .orElse(-1);
        for (List<CanonicalRow> version : versions) {
            version.forEach(row -> fates.put(row, newest < 0 ? Fate.VOIDED : Fate.SUPERSEDED));
            List<CanonicalRow> told = latest(version);
            if (stands(told) && order.rank(told.get(0)) == newest) {
                told.forEach(row -> fates.put(row, Fate.FINAL_ACTION));
            }
        }
    }

    /** What the newest drop that tells of the version says of it. */
    private List<CanonicalRow> latest(List<CanonicalRow> version) {
        int rank = version.stream().mapToInt(order::rank).max().orElseThrow();
        return version.stream().filter(row -> order.rank(row) == rank).toList();
    }

    private static boolean stands(List<CanonicalRow> told) {
        return told.stream().noneMatch(ClaimColumns::isCancellation);
    }
}
