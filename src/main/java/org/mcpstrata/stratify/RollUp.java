package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Practice;

/** Adds the cells of practices up to states and the program; small strata join another before that. */
final class RollUp implements Serializable {
    /** The program where people are counted, who may be counted for several. */
    static final String PROGRAM = "";

    private final Stratifiers stratifiers;
    private final String programId;
    private final List<MeasureInfo> measures;
    private final transient CountedRates rates;

    RollUp(Stratifiers stratifiers, String programId, List<MeasureInfo> measures) {
        this.stratifiers = requireNonNull(stratifiers, "stratifiers");
        this.programId = requireNonNull(programId, "programId");
        this.measures = List.copyOf(measures);
        this.rates = new CountedRates(measures);
    }

    private Object readResolve() {
        return new RollUp(stratifiers, programId, measures);
    }

    String programId() {
        return programId;
    }

    /** @param counted by tasks; each person in one of them */
    GatheredCells gather(List<PartialCells> counted) {
        PartialCells.Content content = PartialCells.merged(counted);
        return new GatheredCells(this, counted, content, joined(content));
    }

    /** @param joined the strata that join another, by stratifier */
    Cells cells(List<PartialCells> counted, Map<String, SortedSet<String>> joined) {
        return cells(counted, PartialCells.merged(counted), joined);
    }

    Cells cells(List<PartialCells> sent, PartialCells.Content counted, Map<String, SortedSet<String>> joined) {
        Cells cells = new Cells(
                programId,
                rates.keys(),
                counted.practices(),
                joined,
                expected(counted),
                new CountedCells(this, sent, joined));
        counted.cells().forEach((group, counts) -> {
            CellGroup cell = joining(group, joined);
            Practice practice = counted.practices().get(group.entityId());
            cells.add(new Entity(EntityType.PRACTICE, group.entityId()), cell, counts);
            cells.add(new Entity(EntityType.STATE, practice.state()), cell, counts);
            cells.add(new Entity(EntityType.PROGRAM, programId), cell, counts);
            if (group.payerScope().equals(CellCounter.ALL) && stratifiers.isBy(EntityType.TIN, group.stratifierId())) {
                cells.add(new Entity(EntityType.TIN, tin(practice)), cell, counts);
            }
        });
        counted.above()
                .forEach((type, more) -> more.forEach((group, counts) -> {
                    String id = type == EntityType.PROGRAM ? programId : group.entityId();
                    cells.add(new Entity(type, id), joining(group, joined), counts);
                }));
        return cells;
    }

    /** One number however it is written, or that of practices whose number nobody told. */
    static String tin(Practice practice) {
        String number = practice.taxpayer();
        return number.isEmpty() ? EntityType.UNKNOWN : number;
    }

    private SortedMap<RateKey, ExpectedRates> expected(PartialCells.Content counted) {
        SortedMap<RateKey, ExpectedRates> expected = new TreeMap<>();
        for (int i = 0; i < rates.size(); i++) {
            MeasureInfo measure = rates.measure(i);
            if (measure.risk() != null && measure.cost() == null) {
                expected.put(
                        rates.keys().get(i),
                        new ExpectedRates(measure.risk(), counted.references().getOrDefault(i, new TreeMap<>())));
            }
        }
        return expected;
    }

    private CellGroup joining(CellGroup group, Map<String, SortedSet<String>> joined) {
        SortedSet<String> small = joined.get(group.stratifierId());
        if (small == null || !small.contains(group.stratumId())) {
            return group;
        }
        String join = stratifiers.stratifier(group.stratifierId()).smallStrata().join();
        return new CellGroup(group.entityId(), group.payerScope(), group.stratifierId(), join);
    }

    /** The strata of each stratifier that join another, because the whole program has too few people in them. */
    private Map<String, SortedSet<String>> joined(PartialCells.Content all) {
        Map<String, Map<String, Long>> people = peopleByStratum(all);
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

    /** People of the program by stratum: one verdict of each is counted in whatever population, so the fullest rate knows. */
    private Map<String, Map<String, Long>> peopleByStratum(PartialCells.Content counted) {
        Map<String, Map<String, long[]>> byRate = new HashMap<>();
        counted.cells().forEach((group, counts) -> {
            if (group.payerScope().equals(CellCounter.ALL)) {
                long[] people = byRate.computeIfAbsent(group.stratifierId(), id -> new HashMap<>())
                        .computeIfAbsent(group.stratumId(), id -> new long[counts.length]);
                for (int i = 0; i < people.length; i++) {
                    people[i] += counts[i] == null ? 0 : counts[i].populations().people();
                }
            }
        });
        Map<String, Map<String, Long>> people = new HashMap<>();
        byRate.forEach((stratifier, strata) ->
                strata.forEach((stratum, counts) -> people.computeIfAbsent(stratifier, id -> new HashMap<>())
                        .put(stratum, Arrays.stream(counts).max().orElse(0))));
        return people;
    }
}
