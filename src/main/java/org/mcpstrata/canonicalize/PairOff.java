package org.mcpstrata.canonicalize;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.mcpstrata.model.CanonicalRow;

/**
 * Final action of Medicare Part A, Part B and equipment claims: every cancellation removes one original or adjustment of
 * the same natural key; what is left is final action, possibly several (inputs.md 1.4.5, algorithm a).
 *
 * <p>Of the candidates those of equal size of payment come first, among them those of equal size of charge, then the
 * earliest; a cancellation may take effect before what it cancels. One without any candidate is orphaned.
 */
final class PairOff {
    private final Comparator<CanonicalRow> byTime;

    /** @param byTime a total order, the earliest first */
    PairOff(Comparator<CanonicalRow> byTime) {
        this.byTime = byTime;
    }

    /** @param byKey the rows of each key, one row a claim or line */
    Map<CanonicalRow, Fate> fates(SortedMap<?, List<CanonicalRow>> byKey) {
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        byKey.values().forEach(rows -> pair(rows, fates));
        return fates;
    }

    private void pair(List<CanonicalRow> rows, Map<CanonicalRow, Fate> fates) {
        List<CanonicalRow> ordered = rows.stream().sorted(byTime).toList();
        List<CanonicalRow> left = new ArrayList<>(ordered.stream()
                .filter(row -> !ClaimColumns.isCancellation(row))
                .toList());
        List<CanonicalRow> unequal = new ArrayList<>();
        for (CanonicalRow cancellation : ordered) {
            if (ClaimColumns.isCancellation(cancellation)) {
                Optional<CanonicalRow> match = equalAmount(cancellation, left);
                match.ifPresentOrElse(row -> remove(row, cancellation, left, fates), () -> unequal.add(cancellation));
            }
        }
        // Cancellations of another amount choose last, so that none takes the claim of one that fits exactly.
        for (CanonicalRow cancellation : unequal) {
            if (left.isEmpty()) {
                fates.put(cancellation, Fate.ORPHANED_VOID);
            } else {
                remove(left.get(0), cancellation, left, fates);
            }
        }
        left.forEach(row -> fates.put(row, Fate.FINAL_ACTION));
    }

    private static Optional<CanonicalRow> equalAmount(CanonicalRow cancellation, List<CanonicalRow> left) {
        BigDecimal paid = ClaimColumns.paidSize(cancellation);
        BigDecimal charge = ClaimColumns.chargeSize(cancellation);
        Predicate<CanonicalRow> samePaid = row -> ClaimColumns.paidSize(row).compareTo(paid) == 0;
        Predicate<CanonicalRow> sameCharge = row -> ClaimColumns.chargeSize(row).compareTo(charge) == 0;
        return left.stream().filter(samePaid.and(sameCharge)).findFirst().or(() -> left.stream()
                .filter(samePaid)
                .findFirst());
    }

    private static void remove(
            CanonicalRow removed, CanonicalRow cancellation, List<CanonicalRow> left, Map<CanonicalRow, Fate> fates) {
        left.removeIf(row -> row == removed);
        fates.put(removed, Fate.VOIDED);
        fates.put(cancellation, Fate.VOIDED);
    }
}
