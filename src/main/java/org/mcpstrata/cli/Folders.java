package org.mcpstrata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

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
}
