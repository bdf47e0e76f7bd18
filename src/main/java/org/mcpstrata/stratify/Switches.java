package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.mcpstrata.model.Area;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.problem.Place;

/**
 * What a program says about stratifiers that are off unless somebody wants them.
 *
 * @param on ids of optional stratifiers that are switched on
 * @param tribalDataOwnerAgreed whether the owners of tribal data agreed that results are split by it
 * @param areas what the run has tables of places for
 * @param estimates what it wants by groups to which people belong with a probability only; null for nothing
 * @param entities optional kinds of entities that it wants
 * @param placeOf where the program switches a stratifier on
 */
public record Switches(
        SortedSet<String> on,
        boolean tribalDataOwnerAgreed,
        Set<Area> areas,
        IndirectEstimates estimates,
        Set<EntityType> entities,
        Function<String, Place> placeOf) {
    /** Nothing optional is on. */
    public static final Switches OFF = new Switches(new TreeSet<>(), false, Set.of(), null, Set.of(), Place::of);

    public Switches {
        on = Collections.unmodifiableSortedSet(new TreeSet<>(on));
        areas = Set.copyOf(areas);
        entities = Set.copyOf(entities);
        if (!entities.stream().allMatch(EntityType::isOptional)) {
            throw new IllegalArgumentException("an entity that is always there is switched on");
        }
        requireNonNull(placeOf, "placeOf");
    }
}
