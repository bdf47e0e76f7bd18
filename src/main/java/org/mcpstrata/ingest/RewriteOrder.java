package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.mcpstrata.problem.ProblemCode;

/**
 * What has to go from a split's files once all drops are known.
 *
 * @param rejected lines that only the comparison of keys shows to be wrong; they become rejects
 * @param orphans members that nobody describes; lines that name them become rejects
 * @param superseded lines whose key a newer drop has; they leave without being rejects
 * @param replaced periods whose rows newer drops replace
 */
record RewriteOrder(
        Split split,
        SplitReport report,
        SortedMap<Long, ProblemCode> rejected,
        Set<KeyBlock.Hash> orphans,
        Set<Long> superseded,
        List<Period> replaced)
        implements Serializable {
    RewriteOrder {
        requireNonNull(split, "split");
        requireNonNull(report, "report");
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
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

    /** The same for another reading of the split. */
    RewriteOrder of(SplitReport other) {
        return new RewriteOrder(split, other, rejected, orphans, superseded, replaced);
    }

    /** Digest of what newer drops take away: equal for two orders that take away the same. */
    String succession() {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(superseded).forEach(line -> text.append(line).append('\n'));
        replaced.forEach(period ->
                text.append(period.start()).append(' ').append(period.end()).append('\n'));
        return DigestUtils.sha256Hex(text.toString());
    }

    boolean changesNothing() {
        return rejected.isEmpty() && orphans.isEmpty() && superseded.isEmpty() && replaced.isEmpty();
    }
}
