package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.mcpstrata.statistics.WeightedRate;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * What a cell keeps of people who belong to it with a probability only: sums over the people of the performance
 * denominator, in whole millionths, so that they are the same however people were spread over tasks.
 *
 * @param weights of everybody, in millionths
 * @param met of those who met, in millionths
 * @param squaresMet of the same, squared
 * @param squaresNotMet of the others, squared
 */
record WeightSums(BigInteger weights, BigInteger met, BigInteger squaresMet, BigInteger squaresNotMet)
        implements Serializable {
    /** Of a cell of people counted directly. */
    static final WeightSums NONE = new WeightSums(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    private static final int DECIMALS = 6;

    WeightSums {
        requireNonNull(weights, "weights");
        requireNonNull(met, "met");
        requireNonNull(squaresMet, "squaresMet");
        requireNonNull(squaresNotMet, "squaresNotMet");
    }

    /** The sums of people while they are counted. */
    static final class Sum {
        private final Exact weights = new Exact();
        private final Exact met = new Exact();
        private final Exact squaresMet = new Exact();
        private final Exact squaresNotMet = new Exact();

        /** @param millionths 0 to 1,000,000 */
        void add(int millionths, boolean hasMet) {
            long square = (long) millionths * millionths;
            weights.add(millionths);
            if (hasMet) {
                met.add(millionths);
                squaresMet.add(square);
            } else {
                squaresNotMet.add(square);
            }
        }

        WeightSums sums() {
            return new WeightSums(weights.sum(), met.sum(), squaresMet.sum(), squaresNotMet.sum());
        }
    }

    /** A sum that never overflows and costs as much as a long: nine million squares of 1 would not fit in one. */
    private static final class Exact {
        private static final long FULL = 1L << 62;

        private BigInteger full = BigInteger.ZERO;
        private long rest;

        void add(long number) {
            rest += number;
            if (rest >= FULL) {
                full = sum();
                rest = 0;
            }
        }

        BigInteger sum() {
            return full.add(BigInteger.valueOf(rest));
        }
    }

    WeightSums plus(WeightSums other) {
        if (isNone()) {
            return other;
        }
        return other.isNone()
                ? this
                : new WeightSums(
                        weights.add(other.weights),
                        met.add(other.met),
                        squaresMet.add(other.squaresMet),
                        squaresNotMet.add(other.squaresNotMet));
    }

    WeightSums minus(WeightSums part) {
        return part.isNone()
                ? this
                : new WeightSums(
                        weights.subtract(part.weights),
                        met.subtract(part.met),
                        squaresMet.subtract(part.squaresMet),
                        squaresNotMet.subtract(part.squaresNotMet));
    }

    boolean isNone() {
        return weights.signum() == 0;
    }

    /** Sum of the weights, as people. */
    BigDecimal denominator() {
        return new BigDecimal(weights, DECIMALS);
    }

    /** Sum of the weights of those who met. */
    BigDecimal numerator() {
        return new BigDecimal(met, DECIMALS);
    }

    /** The rate; empty where nobody can belong. */
    Optional<WeightedRate> rate() {
        return WeightedRate.of(
                denominator().doubleValue(),
                numerator().doubleValue(),
                new BigDecimal(squaresMet, 2 * DECIMALS).doubleValue(),
                new BigDecimal(squaresNotMet, 2 * DECIMALS).doubleValue());
    }

    void write(EntryWriter out) {
        for (BigInteger sum : new BigInteger[] {weights, met, squaresMet, squaresNotMet}) {
            out.decimal(new BigDecimal(sum));
        }
    }

    static WeightSums read(EntryReader in) throws IOException {
        return new WeightSums(whole(in), whole(in), whole(in), whole(in));
    }

    private static BigInteger whole(EntryReader in) throws IOException {
        return in.decimal().toBigIntegerExact();
    }
}
