package org.mcpstrata.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Progress;
import org.mcpstrata.run.QualityRun;
import org.mcpstrata.run.QuerySession;
import org.mcpstrata.run.RunOptions;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.time.MeasurementPeriod;

/** The stories of the project: what they must cover as a set, and that the pipeline agrees with every one of them. */
class StoriesTest {
    @Test
    void everyMeasureHasAtLeastFifteenStories() throws IOException {
        Map<String, List<Story>> stories = byMeasure();

        assertThat(stories).containsOnlyKeys("CMS122", "CMS130", "CMS159", "CMS165", "CMS2", "EDU", "Q487");
        assertThat(stories.values())
                .allSatisfy(ofMeasure -> assertThat(ofMeasure).hasSizeGreaterThanOrEqualTo(15));
    }

    @Test
    void atLeastHalfOfEveryMeasuresStoriesAreAboutWhatItCounts() throws IOException {
        assertThat(byMeasure().values()).allSatisfy(stories -> assertThat(aboutTheNumerator(stories))
                .hasSizeGreaterThanOrEqualTo((stories.size() + 1) / 2)
                .allSatisfy(story -> assertThat(story.expectations()).anyMatch(Expectation::saysWhatIsCounted)));
    }

    @Test
    void everyNumeratorIsToldFromClinicalRecordsAndFromClaims() throws IOException {
        assertThat(byMeasure().values()).allSatisfy(stories -> assertThat(aboutTheNumerator(stories))
                .anyMatch(Story::hasClinicalRecords)
                .anyMatch(Story::hasClaims));
    }

    @Test
    void everyNumeratorHasStoriesThatReachItAndStoriesThatJustMissIt() throws IOException {
        Map<String, List<Story>> stories = byMeasure();
        stories.remove("EDU");

        assertThat(stories.values()).allSatisfy(ofMeasure -> assertThat(aboutTheNumerator(ofMeasure))
                .anyMatch(story -> reachesNumerator(story, true))
                .anyMatch(story -> reachesNumerator(story, false)));
    }

    @Test
    void everyStorySaysWhyInOneSentence() throws IOException {
        assertThat(StoryFolder.stories())
                .allSatisfy(story -> assertThat(story.why()).endsWith(".").hasSizeBetween(20, 200));
    }

    @Test
    void theRunSaysWhatTheStoriesSay(@TempDir Path folder) throws Exception {
        SparkSession spark = QuerySession.start();
        try {
            FrontDoor frontDoor = (landing, year) -> run(landing, year, folder.resolve("out-" + year), spark);

            assertThat(StoryRun.differences(StoryFolder.stories(), frontDoor, folder.resolve("landing"), spark))
                    .isEmpty();
        } finally {
            spark.stop();
        }
    }

    /** The one place that knows how the pipeline is started. */
    private static Path run(Path landing, int year, Path out, SparkSession spark) {
        RunOptions options = RunOptions.of(
                        landing.toString(), out.toString(), new MeasurementPeriod(year), Path.of("measures"))
                .program(program(year))
                .build();
        RunOutcome outcome =
                QualityRun.execute(options, QuerySession.context(spark), Clock.systemUTC(), Progress.SILENT);
        assertThat(outcome.problems()).isEmpty();
        return Path.of(new org.apache.hadoop.fs.Path(outcome.folder()).toUri().getPath());
    }

    /** The program of 2025 is the one taken where none is named. */
    private static Optional<Path> program(int year) {
        return year == 2025 ? Optional.empty() : Optional.of(Path.of("measures/programs/mcp-" + year + ".yaml"));
    }

    private static boolean reachesNumerator(Story story, boolean reached) {
        return story.expectations().stream().anyMatch(expectation -> Boolean.valueOf(reached)
                .equals(expectation.populations().get("numerator")));
    }

    private static List<Story> aboutTheNumerator(List<Story> stories) {
        return stories.stream()
                .filter(story -> story.about() == Story.About.NUMERATOR)
                .toList();
    }

    private static Map<String, List<Story>> byMeasure() throws IOException {
        return StoryFolder.stories().stream().collect(groupingBy(Story::measure, TreeMap::new, toList()));
    }
}
