package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a relation and a unit: {@code > 9 %}, {@code < 140 mm[Hg]}, {@code >= 6}.
 *
 * @param unit UCUM, compared exactly; empty for a plain number
 */
public record Threshold(Comparison comparison, BigDecimal limit, String unit) implements Serializable {
    private static final Pattern FORM = Pattern.compile("(<=|>=|<|>|=) (-?\\d+(?:\\.\\d+)?)(?: (\\S+))?");

    public Threshold {
        requireNonNull(comparison, "comparison");
        requireNonNull(limit, "limit");
        requireNonNull(unit, "unit");
    }

    public static Threshold parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("is not a threshold such as '> 9 %'");
        }
        return new Threshold(
                Comparison.parse(matcher.group(1)),
                new BigDecimal(matcher.group(2)),
                matcher.group(3) == null ? "" : matcher.group(3));
    }

    public boolean holds(BigDecimal number) {
        return comparison.holds(number, limit);
    }

    public boolean holds(long count) {
        return holds(BigDecimal.valueOf(count));
    }

    @Override
    public String toString() {
        return comparison.sign() + " " + limit.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }
}
