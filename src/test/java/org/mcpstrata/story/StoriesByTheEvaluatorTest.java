package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.measure.read.MeasureLoader;

/** The measures alone, without a run, say of every story what it expects: fast enough to ask of many wrong measures. */
class StoriesByTheEvaluatorTest {
    /** Claims alone, records alone, or both: a measure that is computed from either has its boundaries told in either. */
    @ParameterizedTest
    @ValueSource(strings = {"CMS122", "CMS130", "CMS159", "CMS165", "CMS2"})
    void everyClinicalMeasureHasTwentyFiveStoriesFromRecordsAndAsManyFromClaims(String measure) throws Exception {
        List<Story> stories = StoryFolder.stories().stream()
                .filter(story -> story.measure().equals(measure))
                .toList();

        assertThat(stories.stream().filter(Story::hasClaims)).hasSizeGreaterThanOrEqualTo(25);
        assertThat(stories.stream().filter(Story::hasClinicalRecords)).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void theMeasuresSayWhatTheStoriesSay(int year) throws Exception {
        List<Story> stories = StoryFolder.byYear().get(year);
        Evaluator evaluator = new Evaluator(MeasureLoader.load(Path.of("measures"), year, Optional.empty()));
        List<MemberResult> results = new ArrayList<>();
        for (Story story : stories) {
            results.addAll(StoryPerson.of(story).results(evaluator));
        }

        assertThat(new StoryResults(results).differences(stories)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void rowsThatNoMeasureAsksForAreLeftBehindWithoutAChange(int year) throws Exception {
        Evaluator evaluator = new Evaluator(MeasureLoader.load(Path.of("measures"), year, Optional.empty()));
        for (Story story : StoryFolder.byYear().get(year)) {
            StoryPerson whole = StoryPerson.of(story);
            StoryPerson relevant = new StoryPerson(
                    story,
                    whole.person(),
                    whole.rows().stream().filter(evaluator::isRelevant).toList());
            assertThat(relevant.results(evaluator)).as(story.toString()).isEqualTo(whole.results(evaluator));
        }
    }
}
