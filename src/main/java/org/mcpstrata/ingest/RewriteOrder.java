package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What has to go from a split's files once all drops are known.
 *
 * @param duplicates lines whose key an earlier record of the drop has; they become rejects
 * @param orphans members the drop does not describe; lines that name them become rejects
 * @param superseded lines whose key a newer drop has; they leave without being rejects
 * @param replaced periods whose rows newer drops replace
 */
record RewriteOrder(
        Split split,
        SplitReport report,
        Set<Long> duplicates,
        Set<KeyBlock.Hash> orphans,
        Set<Long> superseded,
        List<Period> replaced)
        implements Serializable {
    RewriteOrder {
        requireNonNull(split, "split");
        requireNonNull(report, "report");
        duplicates = Set.copyOf(duplicates);
        orphans = Set.copyOf(orphans);
        superseded = Set.copyOf(superseded);
        replaced = List.copyOf(replaced);
    }

    /** Days, both ends included. */
    record Period(LocalDate start, LocalDate end) implements Serializable {
        boolean contains(LocalDate day) {
            return !day.isBefore(start) && !day.isAfter(end);
        }
    }

    boolean changesNothing() {
        return duplicates.isEmpty() && orphans.isEmpty() && superseded.isEmpty() && replaced.isEmpty();
    }
}
