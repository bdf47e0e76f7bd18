package org.mcpstrata.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The counts that rows show.
 *
 * @param rows by place, that of any program being one; hidden counts are left out
 * @param tables rates, entity types, payer scopes, stratifiers and steps with a row: there, an absent row counts nobody
 */
record Shown(Map<String, Row> rows, Set<String> tables) {
    /** What one row of a table shows. */
    record Row(String table, Map<Count, BigDecimal> counts) {}

    static Shown of(List<ReadRow> all) {
        Map<String, Row> rows = new HashMap<>();
        Set<String> tables = new HashSet<>();
        for (ReadRow row : all) {
            Cell cell = Release.cell(row);
            Map<Count, BigDecimal> counts = new HashMap<>();
            for (Count count : Count.ALL) {
                if (count.isCountOf(row.text("scoring"), cell.entityType()) && row.has(count.column())) {
                    counts.put(count, row.number(count.column()).stripTrailingZeros());
                }
            }
            String table = String.join(
                    "|",
                    row.text("measure_id"),
                    row.text("rate_id"),
                    cell.entityType(),
                    cell.scope(),
                    cell.stratifier(),
                    Integer.toString(Release.step(row)));
            String place = row.text("measure_id") + ", " + row.text("rate_id") + ", " + cell.ofAnyProgram();
            rows.put(place, new Row(table, counts));
            tables.add(table);
        }
        return new Shown(rows, tables);
    }

    /** Whether no count that both show differs. */
    boolean isUnchangedSince(Shown before) {
        return directions(before).stream().allMatch(direction -> direction == 0);
    }

    /** Whether each count that both show rose (1), fell (-1) or stayed (0). */
    List<Integer> directions(Shown before) {
        List<Integer> directions = new ArrayList<>();
        rows.forEach((place, row) -> row.counts().forEach((count, value) -> {
            BigDecimal was = before.value(place, row.table(), count);
            if (was != null) {
                directions.add(value.compareTo(was));
            }
        }));
        before.rows.forEach((place, row) -> {
            if (!rows.containsKey(place) && tables.contains(row.table())) {
                row.counts().values().forEach(was -> directions.add(BigDecimal.ZERO.compareTo(was)));
            }
        });
        return directions;
    }

    private BigDecimal value(String place, String table, Count count) {
        Row row = rows.get(place);
        if (row != null) {
            return row.counts().get(count);
        }
        return tables.contains(table) ? BigDecimal.ZERO : null;
    }
}
