package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.problem.ProblemCode;

/**
 * What became of the records of a split or file; adds up.
 *
 * @param lines physical lines taken
 * @param header lines before the data
 * @param trailer lines behind the data
 * @param dataLines physical lines of data records; more than the records where quoted fields hold line ends
 * @param accepted records that became rows, or were counted and of no use
 * @param rejected records by their one primary reason
 * @param paidAccepted sum of delivered paid amounts of accepted records, in dollars
 * @param paidRejected the same of rejected records, as far as it could be read
 * @param unreadableAmounts rejected records whose amount could not be read
 */
record Counts(
        long lines,
        long header,
        long trailer,
        long dataLines,
        long accepted,
        SortedMap<ProblemCode, Long> rejected,
        BigDecimal paidAccepted,
        BigDecimal paidRejected,
        long unreadableAmounts)
        implements Serializable {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ZERO, 0);

    Counts {
        rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
        requireNonNull(paidAccepted, "paidAccepted");
        requireNonNull(paidRejected, "paidRejected");
    }

    long rejectedRecords() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Data records delivered. */
    long delivered() {
        return accepted + rejectedRecords();
    }

    BigDecimal paid() {
        return paidAccepted.add(paidRejected);
    }

    Counts plus(Counts other) {
        return new Counts(
                lines + other.lines,
                header + other.header,
                trailer + other.trailer,
                dataLines + other.dataLines,
                accepted + other.accepted,
                sum(rejected, other.rejected),
                paidAccepted.add(other.paidAccepted),
                paidRejected.add(other.paidRejected),
                unreadableAmounts + other.unreadableAmounts);
    }

    /** The same records after some accepted ones turned out to be duplicates or orphans. */
    Counts withRejected(Map<ProblemCode, Long> more) {
        long moved = more.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(
                lines,
                header,
                trailer,
                dataLines,
                accepted - moved,
                sum(rejected, more),
                paidAccepted,
                paidRejected,
                unreadableAmounts);
    }

    private static SortedMap<ProblemCode, Long> sum(Map<ProblemCode, Long> one, Map<ProblemCode, Long> other) {
        SortedMap<ProblemCode, Long> sum = new TreeMap<>(one);
        other.forEach((code, count) -> sum.merge(code, count, Long::sum));
        return sum;
    }
}
