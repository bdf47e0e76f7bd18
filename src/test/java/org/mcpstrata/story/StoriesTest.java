package org.mcpstrata.story;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The stories of the project, as a set: what they must cover so that numerators are proven. */
class StoriesTest {
    @Test
    void everyMeasureHasAtLeastFifteenStories() throws IOException {
        Map<String, List<Story>> stories = byMeasure();

        assertThat(stories).containsOnlyKeys("CMS122", "CMS130", "CMS165", "EDU");
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
