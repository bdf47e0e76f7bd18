package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * The same row of the same claim version in several drops counts once, as the newest drop tells it; in one drop the
 * first line counts (drop-contract.md, details).
 */
record Redelivery(List<CanonicalRow> kept, List<CanonicalRow> dropped) {
    Redelivery {
        kept = List.copyOf(kept);
        dropped = List.copyOf(dropped);
    }

    /** The identity of a claim row besides its drop. */
    private record Key(ClaimNumber number, int version, int line, String adjustmentType) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::number)
                .thenComparingInt(Key::version)
                .thenComparingInt(Key::line)
                .thenComparing(Key::adjustmentType);

        static Key of(CanonicalRow row) {
            return new Key(
                    ClaimNumber.of(row),
                    ClaimColumns.version(row),
                    ClaimColumns.line(row),
                    ClaimColumns.adjustmentType(row));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static Redelivery of(List<CanonicalRow> claimRows, RowOrder order) {
        Map<Key, CanonicalRow> newest = new TreeMap<>();
        List<CanonicalRow> dropped = new ArrayList<>();
        for (CanonicalRow row : claimRows.stream().sorted(order).toList()) {
            CanonicalRow earlier = newest.get(Key.of(row));
            if (earlier != null && order.rank(earlier) == order.rank(row)) {
                dropped.add(row);
            } else {
                newest.put(Key.of(row), row);
                if (earlier != null) {
                    dropped.add(earlier);
                }
            }
        }
        return new Redelivery(List.copyOf(newest.values()), dropped);
    }
}
