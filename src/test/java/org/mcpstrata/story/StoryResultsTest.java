package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;

/** A run that says otherwise than a story must be found, whatever the difference is. */
class StoryResultsTest {
    private static final Member MEMBER = new Member("story-commercial", "edu-07");
    private static final Story STORY = new Story(
            "EDU",
            2025,
            7,
            "two visits",
            "Two dates are two visits.",
            Story.About.NUMERATOR,
            LineOfBusiness.COMMERCIAL,
            "edu-07",
            List.of(),
            List.of(new Expectation(
                    "overall", Map.of("initial_population", true), Map.of("observation", BigDecimal.valueOf(2)))));

    @Test
    void aRunThatAgreesHasNoDifference() {
        assertThat(differences(result("overall", List.of(MEMBER), true, Map.of("observation", visits("2.000000")))))
                .isEmpty();
    }

    @Test
    void anotherPopulationIsADifference() {
        assertThat(differences(result("overall", List.of(MEMBER), false, Map.of("observation", visits("2")))))
                .singleElement()
                .asString()
                .contains(
                        "EDU 2025 story 7 (two visits)",
                        "initial_population should be true",
                        "Two dates are two visits.");
    }

    @Test
    void anotherCountIsADifference() {
        assertThat(differences(result("overall", List.of(MEMBER), true, Map.of("observation", visits("1.000000")))))
                .singleElement()
                .asString()
                .contains("observation should be 2, not 1");
    }

    @Test
    void anAbsentCountIsADifference() {
        assertThat(differences(result("overall", List.of(MEMBER), true, Map.of())))
                .singleElement()
                .asString()
                .contains("observation should be 2, not absent");
    }

    @Test
    void aRowOfAnotherRateOrPayerIsNoAnswer() {
        Member elsewhere = new Member("story-medicaid-ffs", "edu-07");

        assertThat(differences(
                        result("with outliers", List.of(MEMBER), true, Map.of("observation", visits("2"))),
                        result("overall", List.of(elsewhere), true, Map.of("observation", visits("2")))))
                .singleElement()
                .asString()
                .contains("there are 0");
    }

    @Test
    void twoRowsForOnePersonAreADifference() {
        MemberResult result = result("overall", List.of(MEMBER), true, Map.of("observation", visits("2")));

        assertThat(differences(result, result)).singleElement().asString().contains("there are 2");
    }

    @Test
    void aPersonLinkedWithAnotherStoryIsADifference() {
        Member other = new Member("story-commercial", "edu-08");

        assertThat(differences(result("overall", List.of(MEMBER, other), true, Map.of("observation", visits("2")))))
                .singleElement()
                .asString()
                .contains("linked with someone else");
    }

    private static List<String> differences(MemberResult... results) {
        return new StoryResults(List.of(results)).differences(List.of(STORY));
    }

    private static MemberResult result(
            String rate, List<Member> members, boolean initialPopulation, Map<String, BigDecimal> amounts) {
        return new MemberResult(
                "EDU",
                rate,
                members,
                Map.of(
                        "initial_population",
                        initialPopulation,
                        "denominator_exclusion",
                        false,
                        "denominator_exception",
                        false,
                        "numerator",
                        false),
                amounts,
                List.of("covered in the measurement period"));
    }

    private static BigDecimal visits(String text) {
        return new BigDecimal(text);
    }
}
