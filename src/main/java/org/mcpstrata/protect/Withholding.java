package org.mcpstrata.protect;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is given up when a count cannot be protected: the finest tables first, so that the coarse ones stay
 * (stratification.md 5.3).
 */
final class Withholding {
    private Withholding() {}

    /**
     * The tables to withhold for a count of one of them; never empty.
     *
     * @param published all tables published of the block
     * @param crossed stratifiers that a crossing is made of, by its id; nothing for others
     */
    static SortedSet<PublicTable> of(PublicTable table, Set<PublicTable> published, Crossed crossed) {
        SortedSet<PublicTable> finest = new TreeSet<>();
        for (PublicTable other : published) {
            boolean ofTable = other.rate().equals(table.rate())
                    && other.entityType().equals(table.entityType())
                    && other.payerScope().equals(table.payerScope());
            if (ofTable && crossed.components(other.stratifierId()).contains(table.stratifierId())) {
                finest.add(other);
            }
        }
        if (!finest.isEmpty()) {
            return finest;
        }
        if (!table.isTotal()) {
            PublicTable ofStates = table.at(PublicTable.STATE);
            return new TreeSet<>(List.of(published.contains(ofStates) ? ofStates : table));
        }
        return ofTotals(table, published);
    }

    private static SortedSet<PublicTable> ofTotals(PublicTable table, Set<PublicTable> published) {
        SortedSet<PublicTable> sameRate = new TreeSet<>();
        SortedSet<PublicTable> strata = new TreeSet<>();
        SortedSet<PublicTable> lines = new TreeSet<>();
        for (PublicTable other : published) {
            if (other.rate().equals(table.rate())) {
                sameRate.add(other);
                if (!other.isTotal() && other.entityType().equals(table.entityType())) {
                    strata.add(other);
                }
                if (!other.payerScope().equals(PublicTable.ALL)
                        && other.entityType().equals(table.entityType())) {
                    lines.add(other);
                }
            }
        }
        PublicTable practices = new PublicTable(table.rate(), PublicTable.PRACTICE, PublicTable.ALL, PublicTable.TOTAL);
        if (!table.payerScope().equals(PublicTable.ALL)) {
            SortedSet<PublicTable> ofLine = new TreeSet<>(sameRate);
            ofLine.removeIf(other -> !other.payerScope().equals(table.payerScope()) || other.isTotal());
            PublicTable ofStates = table.at(PublicTable.STATE);
            return !ofLine.isEmpty() ? ofLine : new TreeSet<>(List.of(published.contains(ofStates) ? ofStates : table));
        }
        if (!lines.isEmpty()) {
            return lines;
        }
        if (published.contains(practices)) {
            return new TreeSet<>(List.of(practices));
        }
        if (!strata.isEmpty()) {
            return strata;
        }
        SortedSet<PublicTable> states = new TreeSet<>(sameRate);
        states.removeIf(other -> !other.entityType().equals(PublicTable.STATE));
        return states.isEmpty() ? sameRate : states;
    }

    /** Which stratifiers a crossing is made of. */
    interface Crossed {
        Set<String> components(String stratifierId);
    }
}
