package org.mcpstrata.second;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mcpstrata.story.StoryLanding;

/**
 * On the people of the boundary stories, who stand where generated people seldom do, pipeline and second implementation
 * say the same: about every measure, not only the one the story is about.
 */
class StoriesAgreeWithTheSecondImplementationTest extends AgreementOfTheSecondImplementation {
    @Override
    Path landing(Path folder) throws IOException {
        return StoryLanding.write(ComparedRun.YEAR, folder);
    }

    @Override
    List<SeededFault> faults() {
        return SeededFaults.seenInTheStories();
    }
}
