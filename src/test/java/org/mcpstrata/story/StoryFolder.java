package org.mcpstrata.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The story files of the project. */
final class StoryFolder {
    private StoryFolder() {}

    static List<Story> stories() throws IOException {
        return StoryFiles.loadAll(Path.of("sample-data", "stories"));
    }
}
