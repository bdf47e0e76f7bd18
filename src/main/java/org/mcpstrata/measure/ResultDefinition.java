package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of result: its unit, how other units become it, which numbers can be real, and the billing codes that report it.
 *
 * @param unit UCUM unit of thresholds; empty for a plain number such as a score
 * @param conversions from other units; a number in any further unit, or without one, cannot be compared
 * @param lowest smallest plausible number in the unit, or null
 * @param highest largest plausible number in the unit, or null
 * @param comparators whether a number with a comparator ("&gt; 14") is a result, known as a band; a threshold is no blood
 *     pressure reading (measures.md 4, numerator 5)
 * @param decimals whether a number with decimals is a result; a score is a whole number
 * @param scored scores that stand for an answer; a number of none of these bands is no result then
 * @param valued answers that count as a number
 * @param coded by CPT or HCPCS code
 * @param unverified what was not checked against its source: of the result, then of single codes and answers
 */
public record ResultDefinition(
        String name,
        String unit,
        List<Conversion> conversions,
        BigDecimal lowest,
        BigDecimal highest,
        boolean comparators,
        boolean decimals,
        List<ScoredAnswer> scored,
        List<ValuedAnswer> valued,
        SortedMap<String, CodedResult> coded,
        List<String> unverified)
        implements Serializable {
    public ResultDefinition {
        requireNonNull(name, "name");
        requireNonNull(unit, "unit");
        conversions = List.copyOf(conversions);
        scored = List.copyOf(scored);
        valued = List.copyOf(valued);
        coded = Collections.unmodifiableSortedMap(new TreeMap<>(coded));
        unverified = List.copyOf(unverified);
    }

    /**
     * A measured number in this result's unit, unrounded.
     *
     * @return empty where the unit is unknown or the number cannot be real: present, but not comparable
     */
    public Optional<BigDecimal> inUnit(BigDecimal number, String deliveredUnit) {
        Optional<BigDecimal> converted = unit.equals(deliveredUnit)
                ? Optional.of(number)
                : conversions.stream()
                        .filter(conversion -> conversion.from().equals(deliveredUnit))
                        .findFirst()
                        .map(conversion -> conversion.of(number));
        return converted.filter(value ->
                (lowest == null || value.compareTo(lowest) >= 0) && (highest == null || value.compareTo(highest) <= 0));
    }

    /** A linear conversion into the result's unit: {@code number * multiply + add}. */
    public record Conversion(String from, BigDecimal multiply, BigDecimal add) implements Serializable {
        public Conversion {
            requireNonNull(from, "from");
            requireNonNull(multiply, "multiply");
            requireNonNull(add, "add");
        }

        BigDecimal of(BigDecimal number) {
            return number.multiply(multiply).add(add);
        }
    }
}
