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
import org.mcpstrata.document.Suggestion;
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
        SortedMap<String, MeasureDefinition> chosen = new TreeMap<>(measures);
        SortedSet<String> named = new TreeSet<>(program.measureIds());
        named.addAll(program.limits().keySet());
        for (String id : named) {
            MeasureDefinition measure = measures.get(id);
            if (measure == null) {
                problems.add(ProblemCode.NO_MEASURE_FOR_YEAR, program.places().get(id), unknown(id));
            } else {
                chosen.put(id, limited(measure, program, problems));
            }
        }
        problems.throwIfAny();
        return new MeasureSet(period, chosen, valueSets);
    }

    /** Says that no measure of this year has the id, and which one was probably meant. */
    public String unknown(String measureId) {
        return "No measure '" + measureId + "' is valid for " + period.year() + "."
                + Suggestion.of(measureId, measures.keySet());
    }

    private static MeasureDefinition limited(MeasureDefinition measure, Program program, Problems problems) {
        Map<String, Limit> limits = program.limits().getOrDefault(measure.id(), new TreeMap<>());
        Set<String> known = new TreeSet<>();
        Map<String, Definition> definitions = new LinkedHashMap<>();
        measure.definitions().forEach((name, definition) -> {
            definitions.put(name, definition);
            if (definition.clause() instanceof CountClause count) {
                known.add(count.limit().name());
                Limit limit = limits.getOrDefault(count.limit().name(), count.limit());
                definitions.put(name, definition.with(new CountClause(count.of(), count.unit(), limit)));
            }
        });
        Set<String> unused = new TreeSet<>(limits.keySet());
        unused.removeAll(known);
        unused.forEach(name -> problems.add(
                ProblemCode.DEFINITION_INVALID,
                program.places().get(Program.limitOf(measure.id(), name)),
                "No limit of " + measure.id() + " is called '" + name + "'." + Suggestion.of(name, known)));
        return measure.with(definitions);
    }
}
