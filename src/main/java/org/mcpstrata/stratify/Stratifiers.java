package org.mcpstrata.stratify;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.model.MeasureInfo.AgeAnchor;
import org.mcpstrata.model.Person;
import org.mcpstrata.time.MeasurementPeriod;

/** All stratifiers of a run: TOTAL first, then those of {@code measures/stratifiers.yaml} in file order. */
public final class Stratifiers implements Serializable {
    /** Id of the stratifier and of its only stratum, for unstratified rows. */
    public static final String TOTAL = "TOTAL";

    private final List<Stratifier> all;
    private final Map<String, Stratifier> byId = new HashMap<>();
    private final IndirectStratifier indirect;
    private final Set<EntityType> entities;

    Stratifiers(List<Stratifier> configured) {
        this(configured, null, Set.of());
    }

    private Stratifiers(List<Stratifier> configured, IndirectStratifier indirect, Set<EntityType> entities) {
        this.indirect = indirect;
        this.entities = Set.copyOf(entities);
        List<Stratifier> list = new ArrayList<>();
        Stratum everybody = Stratum.of(TOTAL, "All people", 0, StratumKind.TOTAL);
        list.add(new Stratifier(
                TOTAL, "", Stratifier.Coverage.ANSWERED, new TotalRule(), SmallStrata.STAY, List.of(everybody)));
        list.addAll(configured);
        this.all = List.copyOf(list);
        for (Stratifier stratifier : all) {
            if (byId.put(stratifier.id(), stratifier) != null) {
                throw new IllegalArgumentException("stratifier " + stratifier.id() + " is there twice");
            }
        }
    }

    /**
     * The same with what else results are by.
     *
     * @param groups to which people belong with a probability only; null for none
     * @param wanted optional kinds of entities
     */
    Stratifiers with(IndirectStratifier groups, Set<EntityType> wanted) {
        return new Stratifiers(all.subList(1, all.size()), groups, wanted);
    }

    /** Whether there are results of these optional entities by a stratifier, for all payers together. */
    boolean isBy(EntityType optional, String stratifierId) {
        return entities.contains(optional)
                && find(stratifierId)
                        .map(stratifier -> !stratifier.isCrossing())
                        .orElse(true);
    }

    /** Whether anybody's screenings for social needs are looked for. */
    public boolean areByScreenings() {
        return all.stream().anyMatch(stratifier -> stratifier.isScreening());
    }

    /** Groups to which people belong with a probability only, where the program wants estimates by them. */
    Optional<IndirectStratifier> indirect() {
        return Optional.ofNullable(indirect);
    }

    /** Reads a stratifier file with nothing optional; all its problems are reported at once. */
    public static Stratifiers load(Path file) {
        return load(file, Switches.OFF);
    }

    /**
     * Reads a stratifier file. What is off is not there at all: no strata, no cells, no cost.
     *
     * @throws org.mcpstrata.problem.ProblemException with all problems of the file, or else of the switches, at once
     */
    public static Stratifiers load(Path file, Switches switches) {
        return StratifierFile.read(file, switches);
    }

    /** Every stratum a person is in, in the order of the stratifiers. */
    public List<Membership> memberships(Person person, MeasurementPeriod period, AgeAnchor anchor) {
        List<Membership> memberships = new ArrayList<>();
        for (Stratifier stratifier : all) {
            for (Stratum stratum : stratifier.strataOf(person, anchor.in(period))) {
                memberships.add(new Membership(stratifier, stratum));
            }
        }
        return memberships;
    }

    public List<Stratifier> all() {
        return all;
    }

    /** The stratifier of that id; an unknown id is a defect. */
    public Stratifier stratifier(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no stratifier " + id));
    }

    public Optional<Stratifier> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
