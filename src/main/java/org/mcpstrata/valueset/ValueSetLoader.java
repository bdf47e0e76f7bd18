package org.mcpstrata.valueset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Loads the shipped value sets of a year, and over them the full expansions of a folder. A full expansion replaces the
 * shipped set of its OID; the year bounds of the shipped set still apply to it: a later member stays out, and one that has
 * left since stays in (founding decision 15).
 */
public final class ValueSetLoader {
    private ValueSetLoader() {}

    /**
     * Every set of one folder in that year, by id.
     *
     * @param shipped the folder {@code measures/value-sets}
     * @param expansions a folder of {@code *.csv} and FHIR {@code *.json} files, or empty
     */
    public static SortedMap<String, ValueSet> load(
            Path shipped, int year, Optional<Path> expansions, Problems problems) {
        return load(List.of(shipped), List.of(), year, expansions, problems);
    }

    /**
     * Every set in that year, by id.
     *
     * @param folders folders of value-set files; no two files of any of them may have one oid
     * @param written sets written out inside measures or libraries; an id that a file has too is refused
     * @param expansions a folder of {@code *.csv} and FHIR {@code *.json} files, or empty
     */
    public static SortedMap<String, ValueSet> load(
            List<Path> folders, List<WrittenSet> written, int year, Optional<Path> expansions, Problems problems) {
        Map<String, StarterSet> starters = new HashMap<>();
        folders.forEach(folder -> addFiles(folder, starters, problems));
        for (WrittenSet set : written) {
            StarterSet starter = StarterSetReader.written(set);
            if (starters.putIfAbsent(set.id(), starter) != null) {
                set.body().problem(set.body().place(), "Another value set has the same oid.");
            }
        }
        SortedMap<String, ValueSet> sets = new TreeMap<>();
        starters.forEach((id, starter) -> sets.put(id, starter.in(year)));
        expansions.ifPresent(folder -> {
            SortedMap<String, Expansion> full = expansions(folder, problems);
            full.forEach(
                    (id, expansion) -> sets.put(id, inYear(expansion, Optional.ofNullable(starters.get(id)), year)));
        });
        return sets;
    }

    private static ValueSet inYear(Expansion expansion, Optional<StarterSet> starter, int year) {
        SortedSet<Coding> members = new TreeSet<>(expansion.members());
        starter.ifPresent(bounds -> {
            members.removeIf(member -> !bounds.allows(member, year));
            members.addAll(bounds.leavingAfter(year));
        });
        return ValueSet.of(
                expansion.id(),
                starter.map(StarterSet::name).orElse(expansion.name()),
                members,
                starter.map(StarterSet::unverifiedBounds).orElse(""));
    }

    private static void addFiles(Path folder, Map<String, StarterSet> found, Problems problems) {
        for (Path file : files(folder, problems, ".yaml", ".yml")) {
            String name = "value-sets/" + file.getFileName();
            StarterSetReader.read(file, name, problems).ifPresent(set -> {
                if (found.putIfAbsent(set.id(), set) != null) {
                    problems.add(ProblemCode.VALUE_SET_INVALID, Place.of(name), "Another file has the same oid.");
                }
            });
        }
    }

    private static SortedMap<String, Expansion> expansions(Path folder, Problems problems) {
        int before = problems.list().size();
        List<Expansion> read = new ArrayList<>();
        List<ExpansionPage> pages = new ArrayList<>();
        for (Path file : files(folder, problems, ".csv", ".json")) {
            String name = file.getFileName().toString();
            if (hasEnding(file, ".json")) {
                pages.addAll(ExpansionJson.read(file, name, id -> true, problems));
            } else if (!name.equals(ExpansionWriter.MANIFEST)) {
                read.addAll(ExpansionCsv.read(file, name, problems));
            }
        }
        read.addAll(ExpansionPages.join(pages, problems));
        if (read.isEmpty() && problems.list().size() == before) {
            problems.add(
                    ProblemCode.BAD_OPTION,
                    Place.of("--value-sets"),
                    "The folder holds no expansion, as *.csv or *.json; 'valuesets import' makes them from workbooks.");
        }
        SortedMap<String, Expansion> found = new TreeMap<>();
        for (Expansion expansion : read) {
            if (found.putIfAbsent(expansion.id(), expansion) != null) {
                problems.add(ProblemCode.VALUE_SET_INVALID, expansion.place(), "Another file has the same value set.");
            }
        }
        return found;
    }

    private static List<Path> files(Path folder, Problems problems, String... endings) {
        try {
            return DefinitionFolder.files(folder, 1).stream()
                    .filter(file -> Stream.of(endings).anyMatch(ending -> hasEnding(file, ending)))
                    .toList();
        } catch (IOException e) {
            problems.add(ProblemCode.VALUE_SET_INVALID, Place.of("value sets"), "The folder cannot be read.");
            return List.of();
        }
    }

    /** Names come from systems that write them in capitals too. */
    private static boolean hasEnding(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
