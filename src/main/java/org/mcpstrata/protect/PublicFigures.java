package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.statistics.EventRate;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Reliability;

/**
 * The figures of a public row, and its unit. Months, dollars and expected events are no counts of people, so that no proof
 * speaks of them: nothing that is published is made of them to the last digit (decision 104).
 *
 * @param values by column; one that is not here has none
 */
record PublicFigures(Map<String, Object> values) {
    static final List<String> VALUE =
            List.of("value", "value_lo", "value_hi", "ci_method", "confidence", "n_effective", "reliability");

    /** Everything that a row takes from here; of columns that are nowhere published nothing is said. */
    private static final Set<String> COLUMNS = Set.of(
            "value",
            "value_lo",
            "value_hi",
            "ci_method",
            "confidence",
            "n_effective",
            "reliability",
            "observation_sum",
            "unit");

    private static final Set<String> OF_COUNTS = Set.of("n_effective", "reliability", "observation_sum");

    /** Of people whose coverage is asked for, months tell who lacks one; so events are set beside people. */
    private static final String EVENTS = "events per 1000 people";

    /** Finer values would tell of one person's months or dollars among a dozen. */
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private static final int TENTHS = 1;

    PublicFigures {
        values = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(values, "values")));
    }

    /** Whether a column is one of these. */
    static boolean has(String column) {
        return COLUMNS.contains(column);
    }

    /** Whether a column is published of rows like this one. */
    static boolean isPublished(String column, TableRow row) {
        boolean amounts = Set.of(Scoring.RATIO, Scoring.CONTINUOUS).contains(Scoring.valueOf(row.text("scoring")));
        return PublicRow.SCHEMA.find(column).isPresent() && !(amounts && OF_COUNTS.contains(column));
    }

    /** Of a row of a run or of an earlier release; where counts are hidden there are fewer. */
    static PublicFigures of(TableRow row) {
        Map<String, Object> values = new TreeMap<>();
        switch (Scoring.valueOf(row.text("scoring"))) {
            case PROPORTION ->
                Stream.concat(VALUE.stream(), Stream.of("unit")).forEach(column -> put(values, column, row));
            case RATE -> events(row, values);
            case RATIO, CONTINUOUS -> rounded(row, values);
        }
        return new PublicFigures(values);
    }

    /** The unit of a rate's public values. */
    static String unit(TableRow rate) {
        return Scoring.valueOf(rate.text("scoring")) == Scoring.RATE ? EVENTS : rate.text("unit");
    }

    private static void events(TableRow row, Map<String, Object> values) {
        values.put("unit", EVENTS);
        put(values, "observation_sum", row);
        Long people = row.count(Count.PERFORMANCE_DENOMINATOR.column());
        BigDecimal events = row.decimal(Count.OBSERVATION_SUM.column());
        if (people == null || events == null) {
            return;
        }
        values.put("n_effective", (double) people);
        values.put("reliability", Reliability.C.name());
        if (!row.text("quality_mark").equals("BLOCKED")) {
            EventRate.of(events, BigDecimal.valueOf(people)).ifPresent(measured -> {
                Interval interval = measured.interval();
                values.put("value", measured.value());
                values.put("value_lo", interval.lo());
                values.put("value_hi", interval.hi());
                values.put("ci_method", interval.method());
                values.put("confidence", Interval.CONFIDENCE);
                values.put(
                        "reliability", Reliability.of(measured, false, people).name());
            });
        }
    }

    /** Whether what a value is made of belongs to somebody who is counted; months of leavers do not. */
    private static void rounded(TableRow row, Map<String, Object> values) {
        put(values, "unit", row);
        Long people = row.count(Count.PERFORMANCE_DENOMINATOR.column());
        if (people == null || people == 0 || row.statistic("value") == null) {
            return;
        }
        put(values, "ci_method", row);
        put(values, "confidence", row);
        for (String column : List.of("value", "value_lo", "value_hi")) {
            if (row.statistic(column) != null) {
                values.put(column, rounded(row.statistic(column)));
            }
        }
    }

    /** Two digits that count, and no finer than a tenth. */
    static double rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal digits = exact.round(DIGITS);
        return (digits.scale() > TENTHS ? exact.setScale(TENTHS, RoundingMode.HALF_UP) : digits).doubleValue();
    }

    private static void put(Map<String, Object> values, String column, TableRow row) {
        if (row.value(column) != null) {
            values.put(column, row.value(column));
        }
    }
}
