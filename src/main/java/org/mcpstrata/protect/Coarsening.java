package org.mcpstrata.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Withholds a stratifier from states, or from lines of business, before anything is hidden there: where most of its
 * counts are small even at its step, hiding would leave nothing to read. Decided for all measures at once, so that it tells little
 * (stratification.md 5.3).
 */
final class Coarsening {
    private static final int ALL = 100;

    private Coarsening() {}

    /** @param rows at their steps */
    static SortedSet<PublicTable> withheld(List<CountedRow> rows, ProtectionPolicy policy) {
        Map<Level, long[]> counts = new HashMap<>();
        SortedSet<PublicTable> tables = new TreeSet<>();
        for (CountedRow row : rows) {
            long[] found = counts.computeIfAbsent(Level.of(row.position().table()), level -> new long[2]);
            tables.add(row.position().table());
            row.counts().values().forEach(count -> {
                found[0] += policy.rule().isSensitive(count) ? 1 : 0;
                found[1] += count > 0 ? 1 : 0;
            });
        }
        tables.removeIf(table -> {
            Level level = Level.of(table);
            long[] found = counts.get(level);
            return !level.canBeWithheld()
                    || found[0] * ALL <= found[1] * policy.coarsening().mostSmall();
        });
        return tables;
    }
}
