package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A conservation law with both its sides, as counted in one run. A law that does not hold stops publication.
 *
 * @param stage the stage that must keep it, for example {@code stratify}
 * @param statement the law in words, with the table, measure or drop it was counted for
 * @param left one side as counted
 * @param right the other side, counted another way
 */
public record Law(String stage, String statement, String left, String right) implements Serializable {
    public Law {
        requireNonNull(stage, "stage");
        requireNonNull(statement, "statement");
        requireNonNull(left, "left");
        requireNonNull(right, "right");
    }

    /** A law about counts. */
    public static Law of(String stage, String statement, long left, long right) {
        return new Law(stage, statement, Long.toString(left), Long.toString(right));
    }

    /** A law about exact amounts; 1.0 and 1.00 are the same amount. */
    public static Law of(String stage, String statement, BigDecimal left, BigDecimal right) {
        return new Law(stage, statement, plain(left), plain(right));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    public boolean holds() {
        return left.equals(right);
    }
}
