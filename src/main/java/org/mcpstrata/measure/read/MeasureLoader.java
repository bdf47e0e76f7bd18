package org.mcpstrata.measure.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.time.MeasurementPeriod;
import org.mcpstrata.valueset.CodeSystem;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSetLoader;
import org.mcpstrata.valueset.ValueSets;
import org.mcpstrata.valueset.WrittenSet;

/** Loads the measures of one year from a measures folder. */
public final class MeasureLoader {
    private MeasureLoader() {}

    /**
     * The measures valid for the year, with everything they need.
     *
     * @param measures the folder of the definition files
     * @param valueSets full expansions that replace the shipped sets of the same OID, or empty
     * @throws ProblemException with every problem of every file at once
     */
    public static MeasureSet load(Path measures, int year, Optional<Path> valueSets) {
        return load(MeasureFolders.of(measures), year, valueSets);
    }

    /** The measures of a base folder and of a local one; see {@link #load(Path, int, Optional)}. */
    public static MeasureSet load(MeasureFolders measures, int year, Optional<Path> valueSets) {
        Problems problems = new Problems();
        MeasureSet loaded = load(measures, year, valueSets, problems);
        if (problems.isEmpty() && loaded.measures().isEmpty()) {
            problems.add(ProblemCode.NO_MEASURE_FOR_YEAR, Place.of("measures"), "The year is " + year + ".");
        }
        measures.local().ifPresent(local -> {
            // Whoever names a folder expects something of it: the wrong folder must not pass unnoticed.
            if (Sources.read(MeasureFolders.of(local), new Problems())
                    .measures(year)
                    .isEmpty()) {
                problems.add(ProblemCode.NO_MEASURE_FOR_YEAR, Place.of("local measures"), "The year is " + year + ".");
            }
        });
        throwIfAny(problems);
        return loaded;
    }

    /** Loads what can be loaded and adds every problem; for the linter, which goes on after the first year. */
    public static MeasureSet load(MeasureFolders measures, int year, Optional<Path> valueSets, Problems problems) {
        Sources sources = Sources.read(measures, problems);
        SortedMap<String, MeasureDefinition> compiled = new TreeMap<>();
        SortedMap<String, ValueSet> needed = new TreeMap<>();
        Map<String, ValueSet> known = valueSets(measures, sources, year, valueSets, problems);
        for (SourceFile measure : sources.measures(year)) {
            List<SourceFile> libraries = sources.libraries(measure, year);
            new MeasureCompiler(measure, libraries, year).compile(problems).ifPresent(definition -> {
                if (compiled.put(definition.id(), definition) != null) {
                    measure.root().problem(measure.root().place(), "Another file has the same measure and year.");
                }
            });
            need(measure, known, needed);
            libraries.forEach(library -> need(library, known, needed));
        }
        return new MeasureSet(new MeasurementPeriod(year), compiled, new ValueSets(needed.values()));
    }

    private static SortedMap<String, ValueSet> valueSets(
            MeasureFolders measures, Sources sources, int year, Optional<Path> expansions, Problems problems) {
        List<WrittenSet> written = sources.files().stream()
                .filter(file -> file.years().contains(year))
                .flatMap(file -> file.written().values().stream())
                .toList();
        return ValueSetLoader.load(measures.valueSets(), written, year, expansions, problems);
    }

    /** Every value set that the folders ship or write out, in that year; for the linter. */
    public static SortedMap<String, ValueSet> valueSets(MeasureFolders measures, int year) {
        Problems problems = new Problems();
        return valueSets(measures, Sources.read(measures, problems), year, Optional.empty(), problems);
    }

    /** Takes the value sets and single codes that a file names. */
    private static void need(SourceFile file, Map<String, ValueSet> known, SortedMap<String, ValueSet> needed) {
        file.sets().forEach((name, set) -> {
            int bar = set.id().indexOf('|');
            if (bar > 0) {
                CodeSystem system = CodeSystem.valueOf(set.id().substring(0, bar));
                Coding coding = new Coding(system, set.id().substring(bar + 1));
                needed.putIfAbsent(set.id(), ValueSet.of(set.id(), name, List.of(coding)));
            } else if (known.containsKey(set.id())) {
                needed.put(set.id(), known.get(set.id()));
            } else {
                file.root()
                        .problem(
                                file.root()
                                        .section("value sets")
                                        .orElseThrow()
                                        .fields()
                                        .get(name)
                                        .place(),
                                "No value set has the id '" + set.id() + "'."
                                        + Suggestion.of(set.id(), known.keySet()));
            }
        });
    }

    /** Every measure and library file as it is written; for the linter. */
    public static List<SourceFile> sources(MeasureFolders measures, Problems problems) {
        return Sources.read(measures, problems).files();
    }

    /** Every measure and library file of the folder, in order. */
    public static List<Path> files(Path measures) {
        Problems problems = new Problems();
        List<Path> paths = Sources.paths(measures, problems);
        problems.throwIfAny();
        return paths;
    }

    /** A library's problem is found once for every measure that uses it, and said once. */
    private static void throwIfAny(Problems problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(new ArrayList<>(new LinkedHashSet<>(problems.list())));
        }
    }
}
