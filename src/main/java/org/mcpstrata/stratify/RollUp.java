package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Practice;

/** Adds the cells of practices up to states and the program; small strata join another before that. */
final class RollUp {
    private final Stratifiers stratifiers;
    private final String programId;
    private final Map<PracticeCell, Counts> practiceCells = new HashMap<>();
    private final SortedMap<String, Practice> practices = new TreeMap<>();

    RollUp(Stratifiers stratifiers, String programId) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.programId = requireNonNull(programId, "programId");
    }

    void add(PracticeCell cell, Counts counts) {
        Practice known = practices.putIfAbsent(cell.practice().id(), cell.practice());
        if (known != null && !known.equals(cell.practice())) {
            throw new IllegalArgumentException("one practice is described in two ways");
        }
        practiceCells.merge(cell, counts, Counts::plus);
    }

    Cells cells() {
        Map<String, SortedSet<String>> joined = joined();
        SortedMap<CellKey, Counts> cells = new TreeMap<>();
        practiceCells.forEach((cell, counts) -> {
            put(cells, cell, EntityType.PRACTICE, cell.practice().id(), joined, counts);
            put(cells, cell, EntityType.STATE, cell.practice().state(), joined, counts);
            put(cells, cell, EntityType.PROGRAM, programId, joined, counts);
        });
        return new Cells(programId, cells, practices, joined);
    }

    private void put(
            SortedMap<CellKey, Counts> cells,
            PracticeCell cell,
            EntityType type,
            String entityId,
            Map<String, SortedSet<String>> joined,
            Counts counts) {
        CellKey key = cell.key(type, entityId);
        SortedSet<String> small = joined.get(cell.stratifierId());
        if (small != null && small.contains(cell.stratumId())) {
            key = key.inStratum(
                    stratifiers.stratifier(cell.stratifierId()).smallStrata().join());
        }
        cells.merge(key, counts, Counts::plus);
    }

    /** The strata of each stratifier that join another, because the whole program has too few people in them. */
    private Map<String, SortedSet<String>> joined() {
        Map<String, Map<String, Long>> people = peopleByStratum();
        Map<String, SortedSet<String>> joined = new HashMap<>();
        for (Stratifier stratifier : stratifiers.all()) {
            Map<String, Long> counted = people.getOrDefault(stratifier.id(), Map.of());
            SortedSet<String> small = new TreeSet<>();
            for (Stratum stratum : stratifier.strata()) {
                if (stratifier.smallStrata().joins(stratum, counted.getOrDefault(stratum.id(), 0L))) {
                    small.add(stratum.id());
                }
            }
            if (!small.isEmpty()) {
                joined.put(stratifier.id(), small);
            }
        }
        return joined;
    }

    /** People of the program by stratum: every rate has a verdict on each person, so the fullest rate counts them. */
    private Map<String, Map<String, Long>> peopleByStratum() {
        Map<CellKey, Long> byRate = new HashMap<>();
        practiceCells.forEach((cell, counts) -> {
            if (cell.payerScope().equals(CellCounter.ALL)) {
                byRate.merge(cell.key(EntityType.PROGRAM, programId), counts.people(), Long::sum);
            }
        });
        Map<String, Map<String, Long>> people = new HashMap<>();
        byRate.forEach((key, count) -> people.computeIfAbsent(key.stratifierId(), id -> new HashMap<>())
                .merge(key.stratumId(), count, Math::max));
        return people;
    }
}
