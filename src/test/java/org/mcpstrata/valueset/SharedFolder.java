package org.mcpstrata.valueset;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Licensed material that is read in place and never part of the project. */
final class SharedFolder {
    private SharedFolder() {}

    /** The folder below the shared material; a test that needs it is skipped where it is absent. */
    static Path require(String name) {
        Path folder = Path.of(System.getProperty("mcp.shared", "../shared")).resolve(name);
        Assumptions.assumeTrue(
                Files.isDirectory(folder), "skipped: there is no folder " + name + " in the shared material");
        return folder;
    }
}
