package org.mcpstrata.quality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Mbi;

/**
 * Which Medicare number replaced which, as one payer tells of one person: of each number the newest statement counts, by
 * drop and then by the day the number took effect (inputs.md 1.4.1). A payer's own ids are no such numbers.
 */
final class NumberChains {
    private final SortedMap<String, CanonicalRow> newest = new TreeMap<>();

    /** @param row of a crosswalk; rows come oldest drop first */
    void add(CanonicalRow row) {
        String replaced = row.memberId();
        String current = row.text(Columns.CURRENT_MBI);
        if (Mbi.isWellFormed(replaced) && Mbi.isWellFormed(current) && !replaced.equals(current)) {
            newest.merge(replaced, row, NumberChains::later);
        }
    }

    private static CanonicalRow later(CanonicalRow before, CanonicalRow row) {
        boolean sameDrop = before.dropId().equals(row.dropId());
        return sameDrop && since(row).isBefore(since(before)) ? before : row;
    }

    private static LocalDate since(CanonicalRow row) {
        LocalDate day = row.date(Columns.NUMBER_SINCE);
        return day == null ? LocalDate.MIN : day;
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    /** Whether every chain comes to an end, and all to the same. */
    boolean leadToOne() {
        Set<String> ends = new HashSet<>();
        for (String start : newest.keySet()) {
            Set<String> passed = new HashSet<>();
            String number = start;
            for (CanonicalRow next = newest.get(number); next != null; next = newest.get(number)) {
                if (!passed.add(number)) {
                    return false;
                }
                number = next.text(Columns.CURRENT_MBI);
            }
            ends.add(number);
        }
        return ends.size() == 1;
    }
}
