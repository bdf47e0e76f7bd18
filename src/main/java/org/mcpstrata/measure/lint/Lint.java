package org.mcpstrata.measure.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.measure.read.SourceFile;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.ValueSet;

/**
 * Checks a measures folder: everything the loader refuses (unknown names, wrong kinds of answers, circles, unknown keys), in
 * every year the files are valid for, and the rules of this package.
 */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new UnusedNames(),
            new UnusedDefinitions(),
            new UnusedValueSets(),
            new EmptyValueSets(),
            new ImpossibleWindows(),
            new ContradictoryAges(),
            new UnequalUnits(),
            new YearCoverage(),
            new OverlappingPopulations(),
            new UnreachableClauses());

    /** How many years of a file without a near end are tried. */
    private static final int YEARS_TRIED = 10;

    private Lint() {}

    /** What each rule finds, in the order of the rules. */
    public static List<ProblemCode> codes() {
        return RULES.stream().map(LintRule::code).toList();
    }

    /** Every problem of a complete measures folder, ordered by file and line, each once. */
    public static List<Problem> check(Path folder) {
        return check(MeasureFolders.of(folder));
    }

    /** Every problem of the folders, ordered by file and line, each once. */
    public static List<Problem> check(MeasureFolders folder) {
        Problems problems = new Problems();
        List<SourceFile> files = MeasureLoader.sources(folder, problems);
        requireMeasures("measures", files, problems);
        folder.local()
                .map(local -> MeasureLoader.sources(MeasureFolders.of(local), new Problems()))
                .ifPresent(local -> requireMeasures("local measures", local, problems));
        SortedMap<Integer, MeasureSet> measures = new TreeMap<>();
        SortedMap<Integer, SortedMap<String, ValueSet>> shipped = new TreeMap<>();
        for (int year : years(files)) {
            measures.put(year, MeasureLoader.load(folder, year, Optional.empty(), problems));
            shipped.put(year, MeasureLoader.valueSets(folder, year));
        }
        List<Problem> found = new ArrayList<>(problems.list());
        if (found.isEmpty()) {
            Definitions definitions = new Definitions(files, measures, shipped, ValueSetPlaces.of(folder.valueSets()));
            RULES.forEach(rule -> found.addAll(rule.check(definitions)));
        }
        Set<Problem> once = new LinkedHashSet<>(found);
        return once.stream()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.place().source())
                        .thenComparing(problem -> problem.place().line())
                        .thenComparing(Problem::detail))
                .toList();
    }

    /** Whoever names a folder expects something of it: a run refuses one without a measure, which may be the wrong one. */
    private static void requireMeasures(String folder, List<SourceFile> files, Problems problems) {
        if (problems.isEmpty() && files.stream().noneMatch(SourceFile::measure)) {
            problems.add(ProblemCode.NO_MEASURE_FOR_YEAR, Place.of(folder), "The folder holds no measure of any year.");
        }
    }

    private static SortedSet<Integer> years(List<SourceFile> files) {
        SortedSet<Integer> years = new TreeSet<>();
        for (SourceFile file : files) {
            if (file.measure()) {
                int last = Math.min(file.years().to(), file.years().from() + YEARS_TRIED);
                for (int year = Math.max(1900, file.years().from()); year <= Math.min(last, 2199); year++) {
                    years.add(year);
                }
            }
        }
        return years;
    }
}
