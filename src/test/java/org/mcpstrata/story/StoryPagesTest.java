package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.prose.PersonPage;
import org.mcpstrata.measure.read.MeasureLoader;
import org.mcpstrata.model.Verdict;

/** The page that explains a result to whoever asks for one person, for people of stories, as it was reviewed. */
class StoryPagesTest {
    private static final Path REVIEWED = Path.of("src/test/resources/explain/stories");
    private static final MeasureSet MEASURES = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());
    private static final Evaluator EVALUATOR = new Evaluator(MEASURES);

    @ParameterizedTest
    @CsvSource({
        "CMS122, at most nine and a half lies on both sides of nine",
        "CMS122, not documented alone is poor control",
        "CMS130, sigmoidoscopy one day earlier does not count",
        "CMS130, a billed stool test on the first day of the year",
        "CMS159, sixty-one days after the anniversary are out",
        "CMS165, a later day with a systolic part only decides and fails",
        "CMS165, frailty with advanced illness excludes at eighty",
        "CMS2, a referral three days after the visit is too late",
        "CMS2, an exception reported on a claim",
        "EDU, four visits of a commercially insured person are an outlier",
        "Q487, an encounter the day before turning 18",
        "Q487, four domains are not enough"
    })
    void thePageOfAPersonSaysWhatTheReviewedOneSaid(String measure, String name) throws IOException {
        String page = page(story(measure, name));
        Path reviewed = REVIEWED.resolve(measure + "-" + name.replace(' ', '-') + ".txt");
        if (Boolean.getBoolean("explain.accept")) {
            Files.createDirectories(REVIEWED);
            Files.writeString(reviewed, page);
        }

        assertThat(page).isEqualTo(Files.readString(reviewed));
    }

    private static Story story(String measure, String name) throws IOException {
        return StoryFolder.byYear().get(2025).stream()
                .filter(story -> story.measure().equals(measure) && story.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String page(Story story) throws IOException {
        StoryPerson who = StoryPerson.of(story);
        List<Verdict> verdicts = EVALUATOR.evaluate(who.person(), who.rows()).stream()
                .filter(verdict -> verdict.measureId().equals(story.measure()))
                .toList();
        return new PersonPage(
                        MEASURES.measures().get(story.measure()),
                        MEASURES,
                        who.person(),
                        EVALUATOR.answers(who.person(), who.rows(), story.measure()))
                .text("<run>", "<practice>", verdicts, PersonPage.Costs.NONE);
    }
}
