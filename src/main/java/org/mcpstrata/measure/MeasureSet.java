package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.ValueSets;

/**
 * Everything the evaluation of one year needs: the measures valid for it and every value set and single code they name.
 *
 * @param measures by id
 * @param valueSets holds every {@link CodeSet#id()} of the measures, bound to the year
 */
public record MeasureSet(MeasurementPeriod period, SortedMap<String, MeasureDefinition> measures, ValueSets valueSets)
        implements Serializable {
    public MeasureSet {
        requireNonNull(period, "period");
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        requireNonNull(valueSets, "valueSets");
    }

    /**
     * These measures with the program's limits in place of the measure files'. Every measure the program names must be
     * there; one it does not name is computed as well, so that a region adds a local measure by adding one file, and may
     * have its limits replaced like any other.
     *
     * @throws ProblemException where the program names a measure, or replaces a limit, that is not there
     */
    public MeasureSet of(Program program) {
        Problems problems = new Problems();
        Place place = Place.of(program.id());
        SortedMap<String, MeasureDefinition> chosen = new TreeMap<>(measures);
        SortedSet<String> named = new TreeSet<>(program.measureIds());
        named.addAll(program.limits().keySet());
        for (String id : named) {
            MeasureDefinition measure = measures.get(id);
            if (measure == null) {
                problems.add(ProblemCode.NO_MEASURE_FOR_YEAR, place.atField(id), "The year is " + period.year() + ".");
            } else {
                chosen.put(id, limited(measure, program.limits().getOrDefault(id, new TreeMap<>()), place, problems));
            }
        }
        program.participants().stream()
                .flatMap(participant -> participant.improvements().stream())
                .distinct()
                .filter(chosen::containsKey)
                .filter(id -> !chosen.get(id).hasImprovement())
                .forEach(id -> problems.add(
                        ProblemCode.DEFINITION_INVALID,
                        place.atField("improvement of > " + id),
                        "The measure has no rate of improvement."));
        problems.throwIfAny();
        return new MeasureSet(period, chosen, valueSets);
    }

    /**
     * The measures that compare with the year before, as they stand, for that year: a change between two texts of a
     * measure is no improvement.
     */
    public MeasureSet yearBefore() {
        SortedMap<String, MeasureDefinition> compared = new TreeMap<>();
        measures.forEach((id, measure) -> {
            if (measure.hasImprovement()) {
                compared.put(id, measure);
            }
        });
        return new MeasureSet(period.before(), compared, valueSets);
    }

    private static MeasureDefinition limited(
            MeasureDefinition measure, Map<String, Limit> limits, Place place, Problems problems) {
        Set<String> unused = new TreeSet<>(limits.keySet());
        Map<String, Definition> definitions = new LinkedHashMap<>();
        measure.definitions().forEach((name, definition) -> {
            if (definition.clause() instanceof CountClause count
                    && limits.containsKey(count.limit().name())) {
                unused.remove(count.limit().name());
                Limit limit = limits.get(count.limit().name());
                definitions.put(name, definition.with(new CountClause(count.of(), count.unit(), limit)));
            } else {
                definitions.put(name, definition);
            }
        });
        unused.forEach(name -> problems.add(
                ProblemCode.DEFINITION_INVALID,
                place.atField("limits > " + measure.id() + " > " + name),
                "The measure has no such limit."));
        return measure.with(definitions);
    }
}
