package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.measure.Band;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.Comparison;
import org.mcpstrata.measure.ResultDefinition;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.valueset.ValueSets;

/** Holds values against tests. */
final class Values {
    private final ValueSets valueSets;

    Values(ValueSets valueSets) {
        this.valueSets = requireNonNull(valueSets, "valueSets");
    }

    /**
     * A value in a result's own unit, unrounded. A number without a unit (in UCUM a bare 9 is not 9 %, measures.md 17.14)
     * and one that cannot be real are refused as values: what is left is a test without a result. A number in a unit the
     * result does not know is present, but not comparable; so is one with decimals where the result is a whole number.
     *
     * @param result null leaves the value as it is
     */
    static EventValue inUnitOf(ResultDefinition result, EventValue value) {
        if (!(value instanceof EventValue.Quantity quantity) || result == null) {
            return value;
        }
        if (!knows(result, quantity.unit())) {
            if (quantity.unit().isEmpty()) {
                return EventValue.REFUSED;
            }
            return new EventValue.Other(quantity.shown(), quantity.shownUnit());
        }
        Optional<BigDecimal> number = result.inUnit(quantity.number(), quantity.unit());
        if (number.isEmpty()) {
            return EventValue.REFUSED;
        }
        if (!result.decimals() && number.get().stripTrailingZeros().scale() > 0) {
            return new EventValue.Other(quantity.shown(), quantity.shownUnit());
        }
        if (!quantity.comparator().isEmpty() && !result.comparators()) {
            return EventValue.REFUSED;
        }
        if (quantity.comparator().isEmpty()) {
            return new EventValue.Quantity(number.get(), result.unit(), "", quantity.shown(), quantity.shownUnit());
        }
        Comparison bound = Comparison.parse(quantity.comparator());
        Band band = Band.of(new Threshold(bound, number.get(), result.unit()));
        return new EventValue.Banded(band, quantity.shown(), quantity.shownUnit());
    }

    private static boolean knows(ResultDefinition result, String unit) {
        if (result.unit().equals(unit)) {
            return true;
        }
        for (ResultDefinition.Conversion conversion : result.conversions()) {
            if (conversion.from().equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /** The sets' numbers, as codes hold them. */
    int[] numbers(List<CodeSet> sets) {
        return EventQuery.numbers(sets, valueSets);
    }

    boolean pass(EventValue value, ValueTest test) {
        if (test instanceof ValueTest.Missing) {
            return value instanceof EventValue.Missing;
        } else if (test instanceof ValueTest.Present) {
            return !(value instanceof EventValue.Missing);
        } else if (test instanceof ValueTest.Compared compared) {
            return satisfies(value, compared.threshold());
        } else if (test instanceof ValueTest.Undecided undecided) {
            return value instanceof EventValue.Banded banded
                    && banded.band().unit().equals(undecided.threshold().unit())
                    && !banded.band().whollySatisfies(undecided.threshold())
                    && !banded.band().whollyFails(undecided.threshold());
        }
        if (test instanceof ValueTest.AnswerNotIn refused) {
            return !(value instanceof EventValue.Missing) && !isIn(value, refused.sets());
        }
        ValueTest.AnswerIn answer = (ValueTest.AnswerIn) test;
        return isIn(value, answer.sets());
    }

    private boolean isIn(EventValue value, List<CodeSet> sets) {
        return value instanceof EventValue.Coded coded && coded.codes().inAny(numbers(sets));
    }

    private static boolean satisfies(EventValue value, Threshold threshold) {
        if (value instanceof EventValue.Quantity quantity) {
            return quantity.comparator().isEmpty()
                    && quantity.unit().equals(threshold.unit())
                    && threshold.holds(quantity.number());
        }
        return value instanceof EventValue.Banded banded && banded.band().whollySatisfies(threshold);
    }

    /** A comparable value as the numbers it may be; null for every other. */
    static Band bandOf(EventValue value) {
        if (value instanceof EventValue.Banded banded) {
            return banded.band();
        }
        return value instanceof EventValue.Quantity quantity
                        && quantity.comparator().isEmpty()
                ? new Band(quantity.number(), true, quantity.number(), true, quantity.unit())
                : null;
    }
}
