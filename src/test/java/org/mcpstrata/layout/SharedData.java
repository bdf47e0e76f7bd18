package org.mcpstrata.layout;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party sample data beside the project; tests that need it are skipped where it is not there. */
final class SharedData {
    private SharedData() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("mcp.shared", "../shared")).resolve(name);
        assumeTrue(Files.isDirectory(folder), "skipped: no sample data at <mcp.shared>/" + name);
        return folder;
    }
}
