package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.Practice;

/** All cells of a run, for practices, states and the program: the additive heart of every result table. */
public final class Cells {
    private final String programId;
    private final SortedMap<CellKey, Counts> counts;
    private final SortedMap<String, Practice> practices;
    private final Map<String, SortedSet<String>> joined;

    Cells(
            String programId,
            SortedMap<CellKey, Counts> counts,
            SortedMap<String, Practice> practices,
            Map<String, SortedSet<String>> joined) {
        this.programId = requireNonNull(programId, "programId");
        this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        this.practices = Collections.unmodifiableSortedMap(new TreeMap<>(practices));
        this.joined = Map.copyOf(joined);
    }

    public String programId() {
        return programId;
    }

    SortedMap<CellKey, Counts> counts() {
        return counts;
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
        long verdicts = 0;
        for (Map.Entry<CellKey, Counts> cell : counts.entrySet()) {
            CellKey key = cell.getKey();
            if (key.entityType() == EntityType.PROGRAM
                    && key.payerScope().equals(CellCounter.ALL)
                    && key.stratumId().equals(Stratifiers.TOTAL)) {
                verdicts += cell.getValue().people();
            }
        }
        return verdicts;
    }
}
