package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.problem.ProblemCode;

/**
 * What became of the records of one delivered file.
 *
 * @param delivered data records
 * @param rejected by reason
 * @param superseded accepted records whose place newer drops took
 * @param paidDelivered sum of the delivered paid amounts in dollars; null where the manifest states no control total
 */
public record FileOutcome(
        String name,
        String type,
        long delivered,
        long accepted,
        SortedMap<ProblemCode, Long> rejected,
        long superseded,
        BigDecimal paidDelivered) {
    public FileOutcome {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    }

    public long rejectedRecords() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
