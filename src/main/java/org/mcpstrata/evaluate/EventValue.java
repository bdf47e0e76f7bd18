package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/** What an observation says, in the form a threshold can be held against. */
sealed interface EventValue extends Serializable {
    Missing MISSING = new Missing();

    /** No value: not yet resulted, or absent for a stated reason. */
    record Missing() implements EventValue {}

    /**
     * A number with its unit.
     *
     * @param delivered the number as a reader finds it in the source
     * @param unit UCUM, never empty
     */
    record Quantity(BigDecimal number, String unit, String delivered) implements EventValue {
        public Quantity {
            requireNonNull(number, "number");
            requireNonNull(unit, "unit");
            requireNonNull(delivered, "delivered");
        }
    }

    /**
     * A number that is only known to lie between two bounds: a result code, or a laboratory's "less than".
     *
     * @param low null where there is no lower bound
     * @param high null where there is no upper bound
     */
    record Band(
            BigDecimal low, boolean lowIncluded, BigDecimal high, boolean highIncluded, String unit, String delivered)
            implements EventValue {
        public Band {
            requireNonNull(unit, "unit");
            requireNonNull(delivered, "delivered");
        }
    }

    /** A coded answer. */
    record Coded(Codes codes) implements EventValue {
        public Coded {
            requireNonNull(codes, "codes");
        }
    }

    /** A value no threshold can be held against: text, or a number whose unit is not the threshold's. */
    record Other(String delivered) implements EventValue {
        public Other {
            requireNonNull(delivered, "delivered");
        }
    }
}
