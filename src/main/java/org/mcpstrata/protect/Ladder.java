package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The steps by which the strata of one stratifier are merged before anything is hidden, each on top of the one before
 * (stratification.md 5.3). Step 0 merges nothing; a stratum that a step does not name stays as it is. An id means the same
 * people at every step that has it.
 */
public final class Ladder {
    public static final Ladder NONE = new Ladder(List.of());

    private final List<List<MergedStratum>> steps;
    private final Map<String, MergedStratum> byId = new HashMap<>();

    /** @param steps for every step from 1 all merged strata that it has, those of earlier steps that it keeps included */
    public Ladder(List<List<MergedStratum>> steps) {
        this.steps = steps.stream().map(List::copyOf).toList();
        for (List<MergedStratum> step : this.steps) {
            SortedSet<String> taken = new TreeSet<>();
            for (MergedStratum merged : step) {
                if (!merged.equals(byId.getOrDefault(merged.id(), merged))) {
                    throw new IllegalArgumentException("an id means one set of strata");
                }
                if (!merged.merges().stream().allMatch(taken::add)) {
                    throw new IllegalArgumentException("a stratum is merged into two");
                }
            }
            byId.values().forEach(before -> {
                if (step.stream().noneMatch(merged -> merged.holdsAll(before.merges()))) {
                    throw new IllegalArgumentException("a step is finer than the one before");
                }
            });
            step.forEach(merged -> byId.put(merged.id(), merged));
        }
    }

    /** The coarsest step. */
    int last() {
        return steps.size();
    }

    /** The merged strata of a step. */
    List<MergedStratum> at(int step) {
        return step == 0 ? List.of() : steps.get(step - 1);
    }

    /** The strata of step 0 that a stratum of any step holds. */
    SortedSet<String> finest(String stratumId) {
        MergedStratum merged = byId.get(stratumId);
        return merged == null ? new TreeSet<>(List.of(stratumId)) : merged.merges();
    }

    /** The stratum of a step that holds one of that or a finer step. */
    String holder(String stratumId, int step) {
        SortedSet<String> finest = finest(stratumId);
        return at(step).stream()
                .filter(merged -> merged.holdsAll(finest))
                .map(MergedStratum::id)
                .findFirst()
                .orElse(stratumId);
    }

    /** Every step with its merged strata, for a release's record. */
    List<SortedMap<String, List<String>>> asRecord() {
        List<SortedMap<String, List<String>>> record = new ArrayList<>();
        for (List<MergedStratum> step : steps) {
            SortedMap<String, List<String>> merged = new TreeMap<>();
            step.forEach(stratum -> merged.put(stratum.id(), List.copyOf(stratum.merges())));
            record.add(merged);
        }
        return record;
    }
}
