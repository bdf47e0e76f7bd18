package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.measure.read.ProgramLoader;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.protect.PolicyReader;

/**
 * The files that say what is computed. A run records their digests, and whoever explains a run must hold the same ones.
 *
 * @param program the program file, or empty for the one in the base measures folder
 * @param valueSets folder with full expansions to load over the shipped value sets, or empty
 */
public record DefinitionFiles(MeasureFolders measures, Optional<Path> program, Optional<Path> valueSets) {
    /** What a record says of value sets where no expansions were given. */
    static final String AS_SHIPPED = "as shipped";

    public DefinitionFiles {
        requireNonNull(measures, "measures");
        requireNonNull(program, "program");
        requireNonNull(valueSets, "valueSets");
    }

    /** What a run's id and record say of them, by name. */
    SortedMap<String, String> digests(int year) {
        SortedMap<String, String> digests = new TreeMap<>();
        // What a release shows of a run changes nothing of the run.
        digests.put("measures", Digests.folder(measures.base(), Place.of("--measures"), Set.of(PolicyReader.FILE)));
        measures.local()
                .ifPresent(folder -> digests.put("local measures", Digests.folder(folder, Place.of("--measures"))));
        digests.put("program", Digests.file(programFile(year), Place.of("--program")));
        digests.put(
                "value sets",
                valueSets
                        .map(folder -> Digests.folder(folder, Place.of("--value-sets")))
                        .orElse(AS_SHIPPED));
        return digests;
    }

    /**
     * The program of that year.
     *
     * @throws ProblemException when there is none
     */
    public Program program(int year) {
        Program program = ProgramLoader.load(programFile(year));
        if (!program.years().contains(year)) {
            throw new ProblemException(
                    ProblemCode.NO_MEASURE_FOR_YEAR,
                    Place.of("--program").atField("measurement years"),
                    "The program is not configured for this year.");
        }
        return program;
    }

    /** The program of that year; empty where the folder has none or it is configured for other years only. */
    public Optional<Program> programOf(int year) {
        Path file = file(year);
        return Files.isRegularFile(file)
                ? Optional.of(ProgramLoader.load(file))
                        .filter(found -> found.years().contains(year))
                : Optional.empty();
    }

    /** All measures of the year, with the program's limits. */
    MeasureSet measures(Program program, int year) {
        return MeasureLoader.load(measures, year, valueSets).of(program);
    }

    /** The file given; else the one of the year, or the one that names none. */
    private Path file(int year) {
        Path shipped = measures.base().resolve("programs");
        Path ofYear = shipped.resolve("mcp-" + year + ".yaml");
        return program.orElse(Files.isRegularFile(ofYear) ? ofYear : shipped.resolve("mcp.yaml"));
    }

    private Path programFile(int year) {
        Path file = file(year);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--program"), "There is no such file.");
        }
        return file;
    }
}
