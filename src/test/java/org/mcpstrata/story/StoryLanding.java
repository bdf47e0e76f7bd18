package org.mcpstrata.story;

import java.io.IOException;
import java.nio.file.Path;

/** The landing folder that holds every story of the project, for tests that ask something else of the same people. */
public final class StoryLanding {
    private StoryLanding() {}

    /** Writes the drops of all stories, and returns the landing folder. */
    public static Path write(Path landing) throws IOException {
        StoryDrop.write(StoryFolder.stories(), landing);
        return landing;
    }
}
