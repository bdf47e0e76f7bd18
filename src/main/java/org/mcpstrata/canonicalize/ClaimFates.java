package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;

/**
 * The fate of every claim row of one person. A claim with a natural key is settled by its key, or as a
 * pharmacy fill by the newest event of the key; one whose payer groups versions by what the payer says of each; any other
 * claim by its versions.
 */
final class ClaimFates {
    private final RowOrder order;
    private final CancellationRules rules;

    ClaimFates(RowOrder order, CancellationRules rules) {
        this.order = order;
        this.rules = rules;
    }

    /**
     * @param fates by row, as the very object
     * @param followers lines whose header decides: they are no version of their own
     */
    record Settled(Map<CanonicalRow, Fate> fates, Set<CanonicalRow> followers) {
        Fate fate(CanonicalRow row) {
            return fates.get(row);
        }

        boolean isFinalAction(CanonicalRow row) {
            return fate(row) == Fate.FINAL_ACTION;
        }
    }

    /** @param rows medical or pharmacy claim rows, each of one delivery */
    Settled of(List<CanonicalRow> rows) {
        SortedMap<ClaimNumber, List<CanonicalRow>> versioned = new TreeMap<>();
        SortedMap<ClaimNumber, List<CanonicalRow>> grouped = new TreeMap<>();
        List<CanonicalRow> headers = new ArrayList<>();
        List<CanonicalRow> followers = new ArrayList<>();
        List<CanonicalRow> fills = new ArrayList<>();
        byClaim(rows).forEach((number, claim) -> {
            if (claim.stream().allMatch(row -> ClaimColumns.key(row) == null)) {
                versioned.put(number, claim);
            } else if (claim.stream().allMatch(ClaimColumns::isGrouped)) {
                grouped.put(number, claim);
            } else if (number.table() == Table.PHARMACY_CLAIM) {
                fills.addAll(claim);
            } else {
                claim.forEach(row -> (isCarrier(row) ? headers : followers).add(row));
            }
        });
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        fates.putAll(new VersionRule(order).fates(versioned));
        fates.putAll(new GroupedVersions(order).fates(grouped));
        fates.putAll(new NewestFill(order).fates(fills));
        fates.putAll(new NaturalKeys(order, rules).fates(headers));
        follow(headers, followers, fates);
        Set<CanonicalRow> byIdentity = Collections.newSetFromMap(new IdentityHashMap<>());
        byIdentity.addAll(followers);
        return new Settled(fates, byIdentity);
    }

    static SortedMap<ClaimNumber, List<CanonicalRow>> byClaim(List<CanonicalRow> rows) {
        SortedMap<ClaimNumber, List<CanonicalRow>> claims = new TreeMap<>();
        for (CanonicalRow row : rows) {
            claims.computeIfAbsent(ClaimNumber.of(row), number -> new ArrayList<>())
                    .add(row);
        }
        return claims;
    }

    /** Whether the row pairs off itself: the header of an institutional claim, every line of another. */
    static boolean isCarrier(CanonicalRow row) {
        return ClaimColumns.key(row) != null
                && !ClaimColumns.isGrouped(row)
                && (!ClaimColumns.isInstitutional(row) || ClaimColumns.line(row) == 0);
    }

    private static void follow(
            List<CanonicalRow> headers, List<CanonicalRow> followers, Map<CanonicalRow, Fate> fates) {
        Map<ClaimNumber, Fate> byNumber = new TreeMap<>();
        // One number with two headers is a defect of the delivery; a header that counts keeps its lines.
        headers.forEach(header -> byNumber.merge(
                ClaimNumber.of(header), fates.get(header), (one, two) -> one.compareTo(two) <= 0 ? one : two));
        followers.forEach(line -> fates.put(line, byNumber.getOrDefault(ClaimNumber.of(line), Fate.HEADERLESS)));
    }
}
