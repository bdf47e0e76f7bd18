package org.mcpstrata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Finds the folders that come with the program; the launchers say where that is ({@code -Dmcp.home}). */
final class Folders {
    private Folders() {}

    /** The measures folder given, or the one that comes with the program. */
    static Path measures(Path given) {
        Path folder =
                given == null ? Path.of(System.getProperty("mcp.home", ".")).resolve("measures") : given;
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--measures"), "There is no such folder.");
        }
        return folder;
    }
}
