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
 * @param rows by place; hidden counts are left out
 * @param blocks rates, entities, payer scopes and stratifiers with a row: there, an absent row counts nobody
 */
record Shown(Map<String, Map<Count, BigDecimal>> rows, Set<String> blocks) {
    static Shown of(List<ReadRow> all) {
        Map<String, Map<Count, BigDecimal>> rows = new HashMap<>();
        Set<String> blocks = new HashSet<>();
        for (ReadRow row : all) {
            Map<Count, BigDecimal> counts = new HashMap<>();
            for (Count count : Count.ALL) {
                if (count.isCountOf(row.text("scoring")) && row.has(count.column())) {
                    counts.put(count, row.number(count.column()).stripTrailingZeros());
                }
            }
            rows.put(Release.place(row), counts);
            blocks.add(block(Release.place(row)));
        }
        return new Shown(rows, blocks);
    }

    private static String block(String place) {
        return place.substring(0, place.lastIndexOf(','));
    }

    /** Whether no count that both show differs. */
    boolean isUnchangedSince(Shown before) {
        return directions(before).stream().allMatch(direction -> direction == 0);
    }

    /** Whether each count that both show rose (1), fell (-1) or stayed (0). */
    List<Integer> directions(Shown before) {
        List<Integer> directions = new ArrayList<>();
        rows.forEach((place, counts) -> counts.forEach((count, value) -> {
            BigDecimal was = before.value(place, count);
            if (was != null) {
                directions.add(value.compareTo(was));
            }
        }));
        before.rows.forEach((place, counts) -> {
            if (!rows.containsKey(place) && blocks.contains(block(place))) {
                counts.values().forEach(was -> directions.add(BigDecimal.ZERO.compareTo(was)));
            }
        });
        return directions;
    }

    private BigDecimal value(String place, Count count) {
        Map<Count, BigDecimal> counts = rows.get(place);
        if (counts != null) {
            return counts.get(count);
        }
        return blocks.contains(block(place)) ? BigDecimal.ZERO : null;
    }
}
