package org.mcpstrata.canonicalize;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * Final action of formats with claim numbers and versions (APCD, research files, canonical files; drop-contract.md,
 * details): the highest version of a number replaces the whole claim, never single lines; a row that names another claim
 * replaces that claim, and a void row withdraws the one it names, or else its own. A void may be delivered before what it
 * withdraws.
 */
final class VersionRule {
    private final RowOrder order;

    VersionRule(RowOrder order) {
        this.order = order;
    }

    Map<CanonicalRow, Fate> fates(SortedMap<ClaimNumber, List<CanonicalRow>> claims) {
        Set<ClaimNumber> replaced = new TreeSet<>();
        Set<ClaimNumber> withdrawn = new TreeSet<>();
        claims.values()
                .forEach(rows -> rows.forEach(row -> {
                    ClaimNumber named = named(row);
                    if (!named.equals(ClaimNumber.of(row))) {
                        (ClaimColumns.isCancellation(row) ? withdrawn : replaced).add(named);
                    }
                }));
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        claims.forEach((number, rows) -> {
            if (withdrawn.contains(number)) {
                rows.forEach(row -> fates.put(row, Fate.VOIDED));
            } else if (replaced.contains(number)) {
                rows.forEach(row -> fates.put(row, Fate.SUPERSEDED));
            } else {
                settle(rows, fates);
            }
        });
        claims.values().forEach(rows -> rows.stream()
                .filter(ClaimColumns::isCancellation)
                .forEach(row -> fates.put(row, hasTarget(row, claims) ? Fate.VOIDED : Fate.ORPHANED_VOID)));
        return fates;
    }

    /** The claim a row speaks about besides itself; its own number where it names none. */
    private static ClaimNumber named(CanonicalRow row) {
        String replaces = ClaimColumns.replaces(row);
        ClaimNumber own = ClaimNumber.of(row);
        return replaces == null ? own : own.withId(replaces);
    }

    private static boolean withdrawsItsOwn(CanonicalRow row) {
        return named(row).equals(ClaimNumber.of(row));
    }

    private static boolean hasTarget(CanonicalRow cancellation, Map<ClaimNumber, List<CanonicalRow>> claims) {
        return claims.getOrDefault(named(cancellation), List.of()).stream()
                .anyMatch(row -> !ClaimColumns.isCancellation(row));
    }

    private void settle(List<CanonicalRow> claim, Map<CanonicalRow, Fate> fates) {
        claim.forEach(row -> fates.put(row, Fate.SUPERSEDED));
        // A void of another claim is no version of this one.
        List<CanonicalRow> own = claim.stream()
                .filter(row -> !ClaimColumns.isCancellation(row) || withdrawsItsOwn(row))
                .toList();
        int highest = own.stream().mapToInt(ClaimColumns::version).max().orElse(0);
        List<CanonicalRow> newest =
                own.stream().filter(row -> ClaimColumns.version(row) == highest).toList();
        List<CanonicalRow> voids =
                newest.stream().filter(ClaimColumns::isCancellation).toList();
        if (!voids.isEmpty()) {
            claim.forEach(row -> fates.put(row, Fate.VOIDED));
        }
        for (CanonicalRow row : onePerLine(newest)) {
            if (voids.isEmpty() || voids.stream().allMatch(voiding -> outlives(row, voiding))) {
                fates.put(row, Fate.FINAL_ACTION);
            }
        }
    }

    /** Where an original and its replacement share number, version and line, the replacement stands. */
    private static List<CanonicalRow> onePerLine(List<CanonicalRow> rows) {
        Set<Integer> adjusted = rows.stream()
                .filter(ClaimColumns::isAdjustment)
                .map(ClaimColumns::line)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> !ClaimColumns.isCancellation(row))
                .filter(row -> ClaimColumns.isAdjustment(row) || !adjusted.contains(ClaimColumns.line(row)))
                .toList();
    }

    /**
     * Payers that reverse and replace a claim under one number and version send both together: such a void withdraws the
     * original, and the replacement is not older than it.
     */
    private boolean outlives(CanonicalRow row, CanonicalRow voiding) {
        Comparator<CanonicalRow> byTime = Comparator.<CanonicalRow>comparingInt(order::rank)
                .thenComparing(ClaimColumns::paidDate)
                .thenComparing(ClaimColumns::effective);
        return ClaimColumns.isAdjustment(row) && byTime.compare(row, voiding) >= 0;
    }
}
