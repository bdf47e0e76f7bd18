package org.mcpstrata.valueset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/** Turns downloaded value sets into a folder that {@link ValueSetLoader} loads over the shipped ones. */
public final class ValueSetImport {
    private ValueSetImport() {}

    /**
     * What an import wrote.
     *
     * @param valueSets number of value sets
     * @param codes number of codes in all of them
     */
    public record Imported(int valueSets, int codes) {}

    /**
     * Reads all sources and, when nothing is wrong with any of them, writes the folder.
     *
     * @param sources workbooks and CSV files of the Value Set Authority Center, FHIR value sets and bundles, and folders of
     *     such files
     * @param only ids of the value sets to take; empty takes all
     * @param out a folder that does not exist or is empty
     * @throws ProblemException with every problem of every source at once; nothing was written then
     */
    public static Imported run(List<Path> sources, Set<String> only, Path out) {
        Problems problems = new Problems();
        if (!isFree(out)) {
            problems.add(ProblemCode.BAD_OPTION, Place.of("--out"), "The folder must not exist yet, or be empty.");
        }
        SortedMap<String, Expansion> expansions =
                ExpansionFiles.read(sources, id -> only.isEmpty() || only.contains(id), problems);
        only.stream()
                .filter(id -> !expansions.containsKey(id))
                .sorted()
                .forEach(id -> problems.add(
                        ProblemCode.BAD_OPTION, Place.of("--only").atField(id), "No source holds this value set."));
        if (expansions.isEmpty() && problems.isEmpty()) {
            problems.add(ProblemCode.BAD_OPTION, Place.of("SOURCE"), "The sources hold no value set.");
        }
        problems.throwIfAny();
        try {
            ExpansionWriter.write(expansions, out);
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("--out"), e);
        }
        int codes = expansions.values().stream()
                .mapToInt(each -> each.members().size())
                .sum();
        return new Imported(expansions.size(), codes);
    }

    private static boolean isFree(Path out) {
        if (!Files.exists(out)) {
            return true;
        }
        try (Stream<Path> listed = Files.list(out)) {
            return listed.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
