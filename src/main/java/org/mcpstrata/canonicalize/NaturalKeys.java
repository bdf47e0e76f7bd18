package org.mcpstrata.canonicalize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowOrder;

/**
 * Final action of Medicare Part A, Part B and equipment claims: brings the claims of one natural key together and settles
 * them by the rule that was chosen for their payer.
 */
final class NaturalKeys {
    private final CancellationRules rules;
    private final PairOff pairOff;
    private final LatestWins latestWins;

    NaturalKeys(RowOrder order, CancellationRules rules) {
        Comparator<CanonicalRow> byTime = Comparator.<CanonicalRow, LocalDate>comparing(ClaimColumns::effective)
                .thenComparing(ClaimColumns::claimId)
                .thenComparing(order);
        this.rules = rules;
        this.pairOff = new PairOff(byTime);
        this.latestWins = new LatestWins(byTime);
    }

    /** The claims of one key and payer: headers, or lines of one number where lines carry the key themselves. */
    private record Key(String payerId, String kind, String natural) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::payerId).thenComparing(Key::kind).thenComparing(Key::natural);

        static Key of(CanonicalRow row) {
            String kind = ClaimColumns.isInstitutional(row) ? "header" : "line " + ClaimColumns.line(row);
            return new Key(row.payerId(), kind, ClaimColumns.key(row));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** One record per row. */
    Map<CanonicalRow, Fate> fates(List<CanonicalRow> keyed) {
        Map<Boolean, List<CanonicalRow>> byRule = keyed.stream().collect(Collectors.partitioningBy(rules::latestWins));
        Map<CanonicalRow, Fate> fates = new IdentityHashMap<>();
        fates.putAll(pairOff.fates(byKey(byRule.get(false))));
        fates.putAll(latestWins.fates(byKey(byRule.get(true))));
        return fates;
    }

    private static SortedMap<Key, List<CanonicalRow>> byKey(List<CanonicalRow> keyed) {
        SortedMap<Key, List<CanonicalRow>> byKey = new TreeMap<>();
        keyed.forEach(row ->
                byKey.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(row));
        return byKey;
    }
}
