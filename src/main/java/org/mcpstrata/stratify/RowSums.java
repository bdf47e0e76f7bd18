package org.mcpstrata.stratify;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.mcpstrata.model.TableRow;

/** Every additive column of some rows, added up. */
final class RowSums {
    static final List<String> COUNTS = List.of(
            "initial_population",
            "denominator",
            "denominator_exclusion",
            "denominator_exception",
            "performance_denominator",
            "numerator",
            "not_met",
            "data_sufficient");
    private static final List<String> AMOUNTS = List.of("observation_sum", "exposure", "expected");
    private static final int[] COUNT_COLUMNS = columns(COUNTS);
    private static final int[] AMOUNT_COLUMNS = columns(AMOUNTS);

    private final long[] counts = new long[COUNTS.size()];
    private final BigDecimal[] amounts = new BigDecimal[AMOUNTS.size()];

    RowSums() {
        Arrays.fill(amounts, BigDecimal.ZERO);
    }

    private static int[] columns(List<String> names) {
        return names.stream()
                .mapToInt(name -> StratifiedResult.SCHEMA.column(name).index())
                .toArray();
    }

    /** Adds a row of {@code stratified_result}. */
    void add(TableRow row) {
        Object[] values = row.values();
        for (int i = 0; i < counts.length; i++) {
            Object count = values[COUNT_COLUMNS[i]];
            counts[i] += count == null ? 0 : (Long) count;
        }
        for (int i = 0; i < amounts.length; i++) {
            Object amount = values[AMOUNT_COLUMNS[i]];
            amounts[i] = amount == null ? amounts[i] : amounts[i].add((BigDecimal) amount);
        }
    }

    long initialPopulation() {
        return counts[0];
    }

    /** In how many columns the two differ. */
    int differences(RowSums other) {
        int differences = 0;
        for (int i = 0; i < counts.length; i++) {
            differences += counts[i] == other.counts[i] ? 0 : 1;
        }
        for (int i = 0; i < amounts.length; i++) {
            differences += amounts[i].compareTo(other.amounts[i]) == 0 ? 0 : 1;
        }
        return differences;
    }
}
