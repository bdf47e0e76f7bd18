package org.mcpstrata.protect;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the step of every stratifier by level, once for all measures and entities, so that the choice tells little and
 * tables can be compared. What has been released stays at its step: counts at two steps give their difference away.
 */
final class StepChoice {
    private static final int ALL = 100;

    private final ProtectionPolicy policy;

    private StepChoice(ProtectionPolicy policy) {
        this.policy = policy;
    }

    /** @param rows at step 0 */
    static Steps of(List<CountedRow> rows, ProtectionPolicy policy, Earlier earlier) {
        Map<Level, List<CountedRow>> byLevel = new HashMap<>();
        for (CountedRow row : rows) {
            Level level = Level.of(row.position().table());
            if (row.components().isEmpty()
                    && policy.coarsening().ladder(level.stratifierId()).last() > 0) {
                byLevel.computeIfAbsent(level, it -> new java.util.ArrayList<>())
                        .add(row);
            }
        }
        Map<Level, Integer> chosen = new HashMap<>();
        StepChoice choice = new StepChoice(policy);
        byLevel.forEach((level, of) -> chosen.put(level, choice.step(level, of)));
        chosen.putAll(earlier.steps());
        return new Steps(chosen, policy.coarsening().ladders());
    }

    /** The first step with few enough small counts; else the one with the fewest, the finest of equal ones. */
    private int step(Level level, List<CountedRow> rows) {
        Ladder ladder = policy.coarsening().ladder(level.stratifierId());
        int best = 0;
        double fewest = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= ladder.last(); step++) {
            double small = percentSmall(rows, ladder, step);
            if (small <= policy.coarsening().mergeAbove()) {
                return step;
            }
            if (small < fewest) {
                fewest = small;
                best = step;
            }
        }
        return best;
    }

    private double percentSmall(List<CountedRow> rows, Ladder ladder, int step) {
        Map<Position, Map<Count, Long>> merged = new HashMap<>();
        for (CountedRow row : rows) {
            Position at = row.position();
            Position held = new Position(at.table(), at.entityId(), ladder.holder(at.stratumId(), step));
            Map<Count, Long> sums = merged.computeIfAbsent(held, it -> new EnumMap<>(Count.class));
            new TreeMap<>(row.counts()).forEach((count, value) -> sums.merge(count, value, Long::sum));
        }
        long small = 0;
        long all = 0;
        for (Map<Count, Long> counts : merged.values()) {
            for (long count : counts.values()) {
                small += policy.rule().isSensitive(count) ? 1 : 0;
                all += count > 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) ALL * small / all;
    }
}
