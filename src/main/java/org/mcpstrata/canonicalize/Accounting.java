package org.mcpstrata.canonicalize;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpstrata.canonicalize.FinalActionCounts.Tally;
import org.mcpstrata.model.CanonicalRow;

/** Counts both sides of the conservation laws: what came in, without looking at any fate, and what became of it. */
final class Accounting {
    private final Redelivery delivery;
    private final ClaimFates.Settled settled;
    private final Set<String> withHeader;

    Accounting(Redelivery delivery, ClaimFates.Settled settled) {
        this.delivery = delivery;
        this.settled = settled;
        this.withHeader = delivery.kept().stream()
                .filter(row -> ClaimColumns.line(row) == 0)
                .map(Accounting::numberAndVersion)
                .collect(Collectors.toSet());
    }

    /** @param rowsIn claim rows as they came, counted before anything was done with them */
    FinalActionCounts counts(long rowsIn, long followers, long followersKept) {
        List<CanonicalRow> rows = delivery.kept();
        BigDecimal paid = rows.stream().map(this::signedPaid).reduce(BigDecimal.ZERO, BigDecimal::add);
        long versions = rows.stream()
                .filter(this::isVersion)
                .map(Accounting::version)
                .distinct()
                .count();
        return new FinalActionCounts(rowsIn, versions, paid, tallies(), followers, followersKept);
    }

    private SortedMap<Fate, Tally> tallies() {
        SortedMap<Fate, Tally> tallies = new TreeMap<>();
        tallies.put(Fate.REDELIVERED, new Tally(delivery.dropped().size(), 0, BigDecimal.ZERO));
        SortedMap<String, Fate> versions = new TreeMap<>();
        for (CanonicalRow row : delivery.kept()) {
            tallies.merge(settled.fate(row), new Tally(1, 0, signedPaid(row)), Tally::plus);
            if (isVersion(row)) {
                // Lines of one version may differ where a replacement shares its number: the version then counts.
                versions.merge(version(row), settled.fate(row), (one, two) -> one.compareTo(two) <= 0 ? one : two);
            }
        }
        versions.values().forEach(fate -> tallies.merge(fate, new Tally(0, 1, BigDecimal.ZERO), Tally::plus));
        return tallies;
    }

    private boolean isVersion(CanonicalRow row) {
        return !settled.followers().contains(row);
    }

    /** What counts as one version: a row that pairs off itself, else number, version and adjustment type. */
    private static String version(CanonicalRow row) {
        String line = ClaimFates.isCarrier(row) ? Integer.toString(ClaimColumns.line(row)) : "";
        return numberAndVersion(row) + '\t' + ClaimColumns.adjustmentType(row) + '\t' + line;
    }

    /** A header on line 0 speaks for its lines, which repeat parts of the same money. */
    private BigDecimal signedPaid(CanonicalRow row) {
        boolean counts = ClaimColumns.line(row) == 0 || !withHeader.contains(numberAndVersion(row));
        return counts ? ClaimColumns.signedPaid(row) : BigDecimal.ZERO;
    }

    private static String numberAndVersion(CanonicalRow row) {
        return String.join(
                "\t",
                row.payerId(),
                row.table().tableName(),
                ClaimColumns.claimId(row),
                Integer.toString(ClaimColumns.version(row)));
    }
}
