package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * Sums of what was observed of the people in a cell's performance denominator, and what intervals of means need of it: squares
 * and products of observation and exposure, where a person without exposure weighs 1.
 *
 * @param observed people with an observation
 * @param exposed people with a counted exposure
 */
record AmountSums(
        long observed,
        long exposed,
        BigDecimal observationSum,
        BigDecimal exposureSum,
        BigDecimal observationSquares,
        BigDecimal products,
        BigDecimal weights,
        BigDecimal weightSquares)
        implements Serializable {
    /** Of most cells: their measures have no amounts. */
    static final AmountSums NONE = new AmountSums(
            0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    AmountSums {
        requireNonNull(observationSum, "observationSum");
        requireNonNull(exposureSum, "exposureSum");
        requireNonNull(observationSquares, "observationSquares");
        requireNonNull(products, "products");
        requireNonNull(weights, "weights");
        requireNonNull(weightSquares, "weightSquares");
    }

    /** The sums of people while they are counted. */
    static final class Sum {
        private long observed;
        private long exposed;
        private final DecimalSum observationSum = new DecimalSum();
        private final DecimalSum exposureSum = new DecimalSum();
        private final DecimalSum observationSquares = new DecimalSum();
        private final DecimalSum products = new DecimalSum();
        private final DecimalSum weights = new DecimalSum();
        private final DecimalSum weightSquares = new DecimalSum();

        void expose(BigDecimal exposure) {
            exposed++;
            exposureSum.add(exposure);
        }

        void observe(Amounts amounts) {
            observed++;
            observationSum.add(amounts.observation());
            observationSquares.add(amounts.observationSquare());
            products.add(amounts.product());
            weights.add(amounts.weight());
            weightSquares.add(amounts.weightSquare());
        }

        /** Takes back somebody who has both an exposure and an observation. */
        void remove(Amounts amounts) {
            exposed--;
            exposureSum.add(amounts.weight().negate());
            observed--;
            observationSum.add(amounts.observation().negate());
            observationSquares.add(amounts.observationSquare().negate());
            products.add(amounts.product().negate());
            weights.add(amounts.weight().negate());
            weightSquares.add(amounts.weightSquare().negate());
        }

        AmountSums sums() {
            return new AmountSums(
                    observed,
                    exposed,
                    observationSum.value(),
                    exposureSum.value(),
                    observationSquares.value(),
                    products.value(),
                    weights.value(),
                    weightSquares.value());
        }
    }

    /** Whether nobody has an amount; while strata are taken away from others, amounts may be left without people. */
    boolean isNone() {
        return observed == 0 && exposed == 0 && weights.signum() == 0 && exposureSum.signum() == 0;
    }

    AmountSums plus(AmountSums other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        return new AmountSums(
                observed + other.observed,
                exposed + other.exposed,
                observationSum.add(other.observationSum),
                exposureSum.add(other.exposureSum),
                observationSquares.add(other.observationSquares),
                products.add(other.products),
                weights.add(other.weights),
                weightSquares.add(other.weightSquares));
    }

    /** What is left without people who are among these. */
    AmountSums minus(AmountSums part) {
        return part.isNone()
                ? this
                : new AmountSums(
                        observed - part.observed,
                        exposed - part.exposed,
                        observationSum.subtract(part.observationSum),
                        exposureSum.subtract(part.exposureSum),
                        observationSquares.subtract(part.observationSquares),
                        products.subtract(part.products),
                        weights.subtract(part.weights),
                        weightSquares.subtract(part.weightSquares));
    }

    void write(EntryWriter out) {
        out.number(observed);
        out.number(exposed);
        out.decimal(observationSum);
        out.decimal(exposureSum);
        out.decimal(observationSquares);
        out.decimal(products);
        out.decimal(weights);
        out.decimal(weightSquares);
    }

    static AmountSums read(EntryReader in) throws IOException {
        return new AmountSums(
                in.number(),
                in.number(),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.decimal());
    }
}
