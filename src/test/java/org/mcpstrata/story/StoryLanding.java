package org.mcpstrata.story;

import java.io.IOException;
import java.nio.file.Path;

/** A landing folder with the project's stories of one year, for tests that ask something else of the same people. */
public final class StoryLanding {
    private StoryLanding() {}

    /** Writes the drops of all stories of the year, and returns the landing folder. */
    public static Path write(int year, Path landing) throws IOException {
        StoryDrop.write(
                StoryFolder.stories().stream()
                        .filter(story -> story.year() == year)
                        .toList(),
                landing);
        return landing;
    }
}
