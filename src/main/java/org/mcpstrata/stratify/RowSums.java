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

    private final long[] counts = new long[COUNTS.size()];
    private final BigDecimal[] amounts = new BigDecimal[AMOUNTS.size()];

    RowSums() {
        Arrays.fill(amounts, BigDecimal.ZERO);
    }

    void add(TableRow row) {
        for (int i = 0; i < counts.length; i++) {
            Long count = row.count(COUNTS.get(i));
            counts[i] += count == null ? 0 : count;
        }
        for (int i = 0; i < amounts.length; i++) {
            BigDecimal amount = row.decimal(AMOUNTS.get(i));
            amounts[i] = amounts[i].add(amount == null ? BigDecimal.ZERO : amount);
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
