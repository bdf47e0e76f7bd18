package org.mcpstrata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.quality.PayerProfileReader;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.RuleBook;
import org.mcpstrata.run.Status;

/** Finds the folders that come with the program; the launchers say where that is ({@code -Dmcp.home}). */
final class Folders {
    private Folders() {}

    /**
     * Where the profiles of payers are read from; nowhere where the program has come without the folder.
     *
     * @param given the folder on the command line, or null
     */
    static Optional<Path> payerProfiles(Path given) {
        if (given != null) {
            if (!Files.isDirectory(given)) {
                throw new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of("--payer-profiles"), "There is no such folder.");
            }
            return Optional.of(given);
        }
        return Optional.of(Path.of(System.getProperty("mcp.home", "."))
                        .resolve("jobs")
                        .resolve("payers"))
                .filter(Files::isDirectory);
    }

    /**
     * What is agreed with payers.
     *
     * @param given the folder on the command line, or null
     */
    static PayerRules agreed(Path given) {
        Optional<Path> profiles = payerProfiles(given)
                .filter(folder -> !PayerProfileReader.files(folder).isEmpty());
        if (profiles.isEmpty()) {
            return PayerRules.NONE;
        }
        RuleBook book = RuleBook.load(measures(null).base().resolve(RuleBook.FILE));
        return new PayerRules(book, PayerProfileReader.read(profiles.get(), book));
    }

    /**
     * Where measures are read from. A folder that holds a stratifier file is complete and takes the place of the one that
     * comes with the program; any other folder adds its measures to that one.
     *
     * @param given the folder on the command line, or null
     */
    static MeasureFolders measures(Path given) {
        Path shipped = Path.of(System.getProperty("mcp.home", ".")).resolve("measures");
        if (given == null || !Files.isDirectory(given)) {
            if (given != null || !Files.isDirectory(shipped)) {
                throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--measures"), "There is no such folder.");
            }
            return MeasureFolders.of(shipped);
        }
        return Files.isRegularFile(given.resolve("stratifiers.yaml"))
                ? MeasureFolders.of(given)
                : new MeasureFolders(shipped, Optional.of(given));
    }

    /**
     * The run that was asked for.
     *
     * @param wanted its id, or null for the one that readers see
     */
    static RunId run(Status status, String wanted) {
        if (wanted == null) {
            return status.current()
                    .map(line -> new RunId(line.runId()))
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.BAD_OPTION, Place.of("--out"), "Nothing is published there."));
        }
        return run(status, "--run", wanted);
    }

    /** The run that an option names. */
    static RunId run(Status status, String option, String wanted) {
        Set<String> known = status.runs().stream().map(Status.RunLine::runId).collect(Collectors.toSet());
        if (!known.contains(wanted)) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of(option), "No generation names it." + Suggestion.of(wanted, known));
        }
        return new RunId(wanted);
    }

    /** Published results never change, and nothing is added to them. */
    static void requireOutside(Path to, String out) {
        if (to.toAbsolutePath()
                .normalize()
                .startsWith(Path.of(out).toAbsolutePath().normalize())) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--to"), "The folder lies among the results; name another one.");
        }
    }
}
