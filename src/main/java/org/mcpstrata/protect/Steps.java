package org.mcpstrata.protect;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;

/**
 * The step at which each stratifier is published, the same for all measures and entities of a kind.
 *
 * @param chosen by level, of stratifiers that are no crossings; what is absent is at step 0
 */
record Steps(Map<Level, Integer> chosen, Map<String, Ladder> ladders) {
    static final Steps FINEST = new Steps(Map.of(), Map.of());

    Steps {
        chosen = Map.copyOf(chosen);
        ladders = Map.copyOf(ladders);
    }

    /** @param axes of a crossing, whose step is the coarser one of theirs; empty for all others */
    int of(Level level, Collection<String> axes) {
        return (axes.isEmpty() ? List.of(level.stratifierId()) : axes)
                .stream()
                        .mapToInt(axis -> chosen.getOrDefault(level.of(axis), 0))
                        .max()
                        .orElseThrow();
    }

    /** The stratum in which a stratum of step 0 is published. */
    String holder(Level level, String stratumId) {
        return ladder(level).holder(stratumId, of(level, List.of()));
    }

    /**
     * Names the people of a row by the coarser one of its own steps and those of another level, so that rows of both with
     * the same name add up to the same people.
     */
    String common(CountedRow row, Level other) {
        Level own = Level.of(row.position().table());
        SortedMap<String, String> components = row.components();
        if (components.isEmpty()) {
            return common(own, other, row.position().stratumId());
        }
        StringJoiner common = new StringJoiner("\u001f");
        components.forEach((axis, stratum) -> common.add(common(own.of(axis), other.of(axis), stratum)));
        return common.toString();
    }

    private String common(Level own, Level other, String stratumId) {
        return ladder(own).holder(stratumId, Math.max(of(own, List.of()), of(other, List.of())));
    }

    private Ladder ladder(Level level) {
        return ladders.getOrDefault(level.stratifierId(), Ladder.NONE);
    }
}
