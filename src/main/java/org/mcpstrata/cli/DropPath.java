package org.mcpstrata.cli;

import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** The folder of a drop as a person names it: on this machine, or as a URI. */
final class DropPath {
    private DropPath() {}

    static Path of(String drop) {
        try {
            return drop.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:/.*")
                    ? new Path(drop)
                    : new Path(
                            "file",
                            null,
                            java.nio.file.Path.of(drop)
                                    .toAbsolutePath()
                                    .normalize()
                                    .toString());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("DROP"), "It is no path.");
        }
    }
}
