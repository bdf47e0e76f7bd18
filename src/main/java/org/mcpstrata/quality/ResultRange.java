package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a result can plausibly be (rule 38 of inputs.md 7.7).
 *
 * @param codes as {@code SYSTEM|code}
 * @param units UCUM codes in which the range is stated; the empty text accepts a result without one
 */
public record ResultRange(Set<String> codes, Set<String> units, BigDecimal from, BigDecimal to)
        implements Serializable {
    public ResultRange {
        codes = Collections.unmodifiableSet(new TreeSet<>(codes));
        units = Collections.unmodifiableSet(new TreeSet<>(units));
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    boolean holds(BigDecimal value, String unit) {
        return units.contains(unit == null ? "" : unit) && value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }
}
