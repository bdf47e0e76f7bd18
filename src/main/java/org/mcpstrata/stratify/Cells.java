package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Practice;

/** All cells of a run, for practices, states and the program: the additive heart of every result table. */
public final class Cells {
    private final String programId;
    private final List<RateKey> rates;
    private final SortedMap<Entity, SortedMap<String, Strata>> strata = new TreeMap<>();
    private final SortedMap<String, Practice> practices;
    private final Map<String, SortedSet<String>> joined;
    private final SortedMap<RateKey, ExpectedRates> expected;
    private final CountedCells counted;

    Cells(
            String programId,
            List<RateKey> rates,
            SortedMap<String, Practice> practices,
            Map<String, SortedSet<String>> joined,
            SortedMap<RateKey, ExpectedRates> expected,
            CountedCells counted) {
        this.programId = requireNonNull(programId, "programId");
        this.rates = List.copyOf(rates);
        this.practices = Collections.unmodifiableSortedMap(new TreeMap<>(practices));
        this.joined = Map.copyOf(joined);
        this.expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
        this.counted = requireNonNull(counted, "counted");
        // The program is shown for everybody also where nobody was counted.
        of(new Entity(EntityType.PROGRAM, programId), CellCounter.ALL);
    }

    /** What these cells were rolled up from. */
    CountedCells counted() {
        return counted;
    }

    /** The counts of one entity and payer scope, by stratifier and stratum; each array has one element a rate. */
    static final class Strata {
        private final Map<String, Map<String, Counts[]>> counts = new HashMap<>();

        /** By stratum; empty where nobody was counted. */
        Map<String, Counts[]> of(String stratifierId) {
            return counts.getOrDefault(stratifierId, Map.of());
        }

        private boolean counted(int rate) {
            return counts.values().stream()
                    .flatMap(byStratum -> byStratum.values().stream())
                    .anyMatch(cell -> cell[rate] != null);
        }
    }

    private Strata of(Entity entity, String payerScope) {
        return strata.computeIfAbsent(entity, absent -> new TreeMap<>())
                .computeIfAbsent(payerScope, absent -> new Strata());
    }

    /** Adds the counts of a group of cells to an entity. */
    void add(Entity entity, CellGroup group, Counts[] counts) {
        of(entity, group.payerScope())
                .counts
                .computeIfAbsent(group.stratifierId(), absent -> new HashMap<>())
                .merge(group.stratumId(), counts, PartialCells::sum);
    }

    public String programId() {
        return programId;
    }

    /** The block of a rate that holds everybody, whoever pays. */
    Block everybody(RateKey rate) {
        return new Block(rate, new Entity(EntityType.PROGRAM, programId), CellCounter.ALL);
    }

    /** Rates by the position of their counts. */
    List<RateKey> rates() {
        return rates;
    }

    /** What is expected of people, by rate; rates of measures without a risk model are absent. */
    SortedMap<RateKey, ExpectedRates> expected() {
        return expected;
    }

    /** The counts of a block; those of nobody where it has none. */
    Strata strata(Block block) {
        return strata(block.entity(), block.payerScope());
    }

    /** The same of an entity and payer scope, whatever the rate. */
    Strata strata(Entity entity, String payerScope) {
        return strata.getOrDefault(entity, Collections.emptySortedMap()).getOrDefault(payerScope, new Strata());
    }

    /** The blocks that have rows for a rate, in order: those with cells, and all of the program's. */
    List<Block> blocks(int rate) {
        List<Block> blocks = new ArrayList<>();
        strata.forEach((entity, scopes) -> scopes.forEach((scope, cells) -> {
            if (entity.type() == EntityType.PROGRAM || cells.counted(rate)) {
                blocks.add(new Block(rates.get(rate), entity, scope));
            }
        }));
        return blocks;
    }

    /** Every entity and payer scope that has cells, in order. */
    List<ResultScope> scopes() {
        List<ResultScope> scopes = new ArrayList<>();
        strata.forEach((entity, byScope) ->
                byScope.keySet().forEach(scope -> scopes.add(new ResultScope(entity.type(), entity.id(), scope))));
        return scopes;
    }

    /** Every practice somebody is attributed to, by id; stand-ins for unattributed people are among them. */
    public SortedMap<String, Practice> practices() {
        return practices;
    }

    /** The states of those practices, in order. */
    public SortedSet<String> states() {
        SortedSet<String> states = new TreeSet<>();
        practices.values().forEach(practice -> states.add(practice.state()));
        return states;
    }

    /** Whether too few people of the program are in a stratum, so that it joined another. */
    boolean hasJoined(Stratifier stratifier, Stratum stratum) {
        return joined.getOrDefault(stratifier.id(), Collections.emptySortedSet())
                .contains(stratum.id());
    }

    /** Verdicts that were counted: what {@code member_result} must hold. */
    public long verdicts() {
        Strata everybody = of(new Entity(EntityType.PROGRAM, programId), CellCounter.ALL);
        long verdicts = 0;
        for (Counts rate : everybody.of(Stratifiers.TOTAL).getOrDefault(Stratifiers.TOTAL, new Counts[0])) {
            verdicts += rate == null ? 0 : rate.populations().people();
        }
        return verdicts;
    }
}
