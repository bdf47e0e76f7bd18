package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.mcpstrata.measure.Band;

/** What an observation says, in the form a test can be held against. */
sealed interface EventValue {
    /** Nothing was delivered as the value, or not yet. */
    Missing MISSING = new Missing(false);

    /** A value was delivered that cannot be one. */
    Missing REFUSED = new Missing(true);

    /** As a reader finds it in the source; empty where there is none. */
    String shown();

    /** UCUM unit as delivered; empty where there is none. */
    default String shownUnit() {
        return "";
    }

    /**
     * No value.
     *
     * @param refused false where none was delivered (not yet resulted, absent for a stated reason), true where what was
     *     delivered cannot be one
     */
    record Missing(boolean refused) implements EventValue {
        @Override
        public String shown() {
            return "";
        }
    }

    /**
     * A number with its unit.
     *
     * @param unit UCUM, empty for a plain number
     * @param comparator {@code <}, {@code <=}, {@code >} or {@code >=} of a number that only bounds the result, or empty
     */
    record Quantity(BigDecimal number, String unit, String comparator, String shown, String shownUnit)
            implements EventValue {
        public Quantity {
            requireNonNull(number, "number");
            requireNonNull(unit, "unit");
            requireNonNull(comparator, "comparator");
            requireNonNull(shown, "shown");
            requireNonNull(shownUnit, "shownUnit");
        }
    }

    /** A number of which only the bounds are known: a result code, or a laboratory's "greater than". */
    record Banded(Band band, String shown, String shownUnit) implements EventValue {
        public Banded {
            requireNonNull(band, "band");
            requireNonNull(shown, "shown");
            requireNonNull(shownUnit, "shownUnit");
        }
    }

    /** A coded answer, or a score that stands for one: a reader is shown what was delivered. */
    record Coded(Codes codes, String shown, String shownUnit) implements EventValue {
        public Coded {
            requireNonNull(codes, "codes");
            requireNonNull(shown, "shown");
            requireNonNull(shownUnit, "shownUnit");
        }

        static Coded of(Codes codes) {
            return new Coded(codes, codes.shown(), "");
        }
    }

    /** A value no threshold can be held against: text, or a number in a unit that is not the result's. */
    record Other(String shown, String shownUnit) implements EventValue {
        public Other {
            requireNonNull(shown, "shown");
            requireNonNull(shownUnit, "shownUnit");
        }
    }
}
