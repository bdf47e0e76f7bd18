package org.mcpstrata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A documentation page that is made from code, and fails the build when the two drift apart. */
final class GeneratedPage {
    private static final Path PAGES = Path.of("src/site/markdown");

    private GeneratedPage() {}

    /** Compares the page with what the code says now; {@code -Dmcp.write=true} writes it instead. */
    static void check(String name, String expected) throws IOException {
        Path page = PAGES.resolve(name);
        if (Boolean.getBoolean("mcp.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("%s is stale; write it again with: mvn test -Dtest='*PageTest' -Dmcp.write=true", page)
                .isEqualTo(expected);
    }
}
