package org.mcpstrata.ingest;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpstrata.problem.ProblemCode;

/** Counts the records of a split while they are read. */
final class SplitTally {
    private final Map<ProblemCode, Long> rejected = new EnumMap<>(ProblemCode.class);
    private long lines;
    private long header;
    private long trailer;
    private long dataLines;
    private long accepted;
    private BigDecimal paidAccepted = BigDecimal.ZERO;
    private BigDecimal paidRejected = BigDecimal.ZERO;
    private long unreadableAmounts;
    private boolean hasAmounts = true;

    /** Says that the file type has no amounts: a reject of it takes nothing from the control total. */
    void withoutAmounts() {
        hasAmounts = false;
    }

    void header() {
        lines++;
        header++;
    }

    void trailer() {
        lines++;
        trailer++;
    }

    void data(long physicalLines) {
        lines += physicalLines;
        dataLines += physicalLines;
    }

    void accepted(Optional<BigDecimal> paid) {
        accepted++;
        paidAccepted = paidAccepted.add(paid.orElse(BigDecimal.ZERO));
    }

    void rejected(ProblemCode code, Optional<BigDecimal> paid) {
        rejected.merge(code, 1L, Long::sum);
        paidRejected = paidRejected.add(paid.orElse(BigDecimal.ZERO));
        unreadableAmounts += hasAmounts && paid.isEmpty() ? 1 : 0;
    }

    Counts counts() {
        return new Counts(
                lines,
                header,
                trailer,
                dataLines,
                accepted,
                new TreeMap<>(rejected),
                paidAccepted,
                paidRejected,
                unreadableAmounts);
    }
}
