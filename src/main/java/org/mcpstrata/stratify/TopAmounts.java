package org.mcpstrata.stratify;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.PriorityQueue;

/** The highest so many of all amounts it was given, equal ones as often as they came. */
final class TopAmounts implements Serializable {
    private final int most;
    private final PriorityQueue<BigDecimal> kept = new PriorityQueue<>();

    TopAmounts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("nothing is kept");
        }
        this.most = most;
    }

    void add(BigDecimal amount) {
        if (kept.size() < most) {
            kept.add(amount);
        } else if (kept.peek().compareTo(amount) < 0) {
            kept.poll();
            kept.add(amount);
        }
    }

    void add(TopAmounts other) {
        other.kept.forEach(this::add);
    }

    /** The lowest of the amounts kept: the one at the rank that was asked for. */
    BigDecimal last() {
        if (kept.size() < most) {
            throw new IllegalStateException("fewer amounts came than were to be kept");
        }
        return kept.peek();
    }

    /** By how much the amounts kept pass a limit, all together. */
    BigDecimal excessOver(BigDecimal limit) {
        return kept.stream()
                .filter(amount -> amount.compareTo(limit) > 0)
                .map(amount -> amount.subtract(limit))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
