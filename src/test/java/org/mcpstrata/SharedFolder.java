package org.mcpstrata;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party material beside the project: read where it lies and never part of the project. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A folder below the material, with its whole path; a test that needs it is skipped where it is absent. */
    public static Path require(String name) {
        Path folder = Path.of(System.getProperty("mcp.shared", "../shared"))
                .resolve(name)
                .toAbsolutePath();
        assumeTrue(Files.isDirectory(folder), "skipped: there is no <mcp.shared>/" + name);
        return folder;
    }
}
