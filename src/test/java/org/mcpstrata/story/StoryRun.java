package org.mcpstrata.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Takes stories through the front door: drops below a landing folder, a run for each year, its member results. */
final class StoryRun {
    private StoryRun() {}

    /** What the run says otherwise than the stories, one sentence each; empty when all agree. */
    static List<String> differences(List<Story> stories, FrontDoor frontDoor, Path landing, SparkSession spark)
            throws Exception {
        SortedMap<Integer, List<Story>> byYear = new TreeMap<>();
        for (Story story : stories) {
            byYear.computeIfAbsent(story.year(), any -> new ArrayList<>()).add(story);
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<Integer, List<Story>> year : byYear.entrySet()) {
            Path own = landing.resolve(year.getKey().toString());
            StoryDrop.write(year.getValue(), own);
            Path runFolder = frontDoor.run(own, year.getKey());
            differences.addAll(new StoryResults(MemberResult.readAll(spark, runFolder)).differences(year.getValue()));
        }
        return differences;
    }
}
