package org.mcpstrata.story;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Takes stories through the front door: drops below a landing folder, a run, its member results. */
final class StoryRun {
    private StoryRun() {}

    /** What the run says otherwise than the stories, one sentence each; empty when all agree. */
    static List<String> differences(List<Story> stories, FrontDoor frontDoor, Path landing, SparkSession spark)
            throws Exception {
        StoryDrop.write(stories, landing);
        Path runFolder = frontDoor.run(landing);
        return new StoryResults(MemberResult.readAll(spark, runFolder)).differences(stories);
    }
}
