package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Whether rows that rest on months, dollars and expected events tell no more of these than the contract allows: of events
 * what follows from shown counts, of all others rounded values of people who are counted (public-tier.md, Counts and what
 * else).
 */
final class AmountChecks {
    private static final List<String> VALUES = List.of("value", "value_lo", "value_hi");
    private static final List<String> NOT_OF_AMOUNTS = List.of("n_effective", "reliability");
    private static final String IMPROVEMENT = "relative improvement over the year before";
    private static final String LIMITS = "MOVER_R";
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final double Z = 1.959963984540054;

    private final Release release;
    private final Conclusions conclusions;

    AmountChecks(Release release, Conclusions conclusions) {
        this.release = release;
        this.conclusions = conclusions;
    }

    /** Whether a row's value is made of something else than counts. */
    static boolean isAmount(ReadRow row) {
        return row.text("scoring").equals("CONTINUOUS") || row.text("scoring").equals("RATIO");
    }

    void check(ReadRow row) {
        if (row.text("unit").equals(IMPROVEMENT) || row.text("ci_method").equals(LIMITS)) {
            find(row, "value", Breach.NOT_FOR_PUBLICATION, "an improvement tells the counts of the year before");
        } else if (isAmount(row)) {
            amount(row);
        } else if (row.text("scoring").equals("RATE")) {
            events(row);
        }
    }

    private void amount(ReadRow row) {
        NOT_OF_AMOUNTS.stream()
                .filter(column ->
                        row.has(column) || row.list("suppressed_fields").contains(column))
                .forEach(column -> find(row, column, Breach.NOT_FOR_PUBLICATION, "counts whose amounts these are"));
        VALUES.stream()
                .filter(column -> row.has(column) && !isRounded(row.number(column)))
                .forEach(column -> find(row, column, Breach.FIGURE_TOO_FINE, ""));
        BigDecimal people = row.number(Count.PERFORMANCE_DENOMINATOR.column());
        boolean nobody = people != null && people.signum() == 0;
        VALUES.stream()
                .filter(column -> nobody && row.has(column))
                .forEach(column -> find(row, column, Breach.NOT_FOR_PUBLICATION, "amounts of people who left"));
        BigDecimal population = row.number(Count.INITIAL_POPULATION.column());
        if (population != null && population.signum() == 0
                || row.list("quality_rules").contains("EVERYBODY_LEFT")) {
            find(row, "", Breach.NOT_FOR_PUBLICATION, "the row says that somebody left");
        }
    }

    private static boolean isRounded(BigDecimal shown) {
        BigDecimal exact = shown.stripTrailingZeros();
        return exact.scale() <= 1 && exact.round(DIGITS).compareTo(exact) == 0;
    }

    private void events(ReadRow row) {
        BigDecimal people = row.number(Count.PERFORMANCE_DENOMINATOR.column());
        BigDecimal sum = row.number(Count.OBSERVATION_SUM.column());
        if (people == null || sum == null) {
            return;
        }
        compare(row, "n_effective", people.doubleValue());
        double n = people.doubleValue();
        double events = sum.doubleValue();
        if (n > 0) {
            compare(row, "value", events * 1000 / n);
            compare(row, "value_lo", lower(events) * 1000 / n);
            compare(row, "value_hi", upper(events) * 1000 / n);
        } else {
            VALUES.stream()
                    .filter(row::has)
                    .forEach(column -> find(row, column, Breach.FIGURE_DIFFERS, "events of nobody"));
        }
    }

    /** Byar's limits of a count of events (stratification.md 4.1). */
    private static double lower(double events) {
        double root = events == 0 ? 0 : 1 - 1 / (9 * events) - Z / (3 * Math.sqrt(events));
        return root <= 0 ? 0 : events * Math.pow(root, 3);
    }

    private static double upper(double events) {
        double next = events + 1;
        return next * Math.pow(1 - 1 / (9 * next) + Z / (3 * Math.sqrt(next)), 3);
    }

    private void compare(ReadRow row, String column, double expected) {
        BigDecimal shown = row.number(column);
        if (shown != null && !ComparisonFigures.isClose(shown.doubleValue(), expected)) {
            find(row, column, Breach.FIGURE_DIFFERS, "");
        }
    }

    private void find(ReadRow row, String field, Breach breach, String inferred) {
        String at = field.isEmpty() ? "" : ", " + field;
        conclusions.find(breach, release.name() + ", " + Release.place(row) + at, inferred);
    }
}
