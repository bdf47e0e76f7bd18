package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.ItemScore;
import org.mcpstrata.model.ItemScore.Scale;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.statistics.Interval;

/** Scores of an instrument of two items, by hand. */
class ItemMeansEstimateTest {
    private static final int LEFT_OUT = SurveyResponse.UNANSWERED;
    private static final ItemScore SCORE = new ItemScore(
            2,
            1,
            4,
            new TreeMap<>(Map.of("1-4", new Scale(1, 4), "0-100", new Scale(0, 100))),
            30,
            150,
            new TreeSet<>(List.of("LARGE")));
    private static final ItemMeansEstimate ESTIMATE = new ItemMeansEstimate(SCORE);

    static SurveyResponse response(Integer... answers) {
        return new SurveyResponse(Practice.undescribed("P"), List.of(answers));
    }

    private static ItemSums sums(SurveyResponse... responses) {
        ItemSums.Sum sum = new ItemSums.Sum(2);
        for (SurveyResponse response : responses) {
            sum.add(response);
        }
        return sum.sums();
    }

    @Test
    void missingItemsAreSkippedAndPeoplesMeansAreNotAveraged() {
        // Item 1: (4 + 2 + 3)/3 = 3; item 2: (2 + 4)/2 = 3. People's own means 3, 2 and 3.5 would average 2.83.
        ItemSums sums = sums(response(4, 2), response(2, LEFT_OUT), response(3, 4));
        assertThat(ESTIMATE.of(sums, 3, "1-4").orElseThrow().value()).isEqualTo(3.0);
        assertThat(ESTIMATE.of(sums, 3, "0-100").orElseThrow().value()).isCloseTo(200 / 3.0, within(1e-12));
    }

    @Test
    void theVarianceIsThatOfTheResponsesResiduals() {
        // Residuals −1/12, −2/12 and 3/12: squares 14/144, times 3/2.
        ItemSums sums = sums(response(4, 2), response(2, LEFT_OUT), response(3, 4));
        Interval interval = ESTIMATE.of(sums, 3, "1-4").orElseThrow().interval();
        double half = Interval.Z * Math.sqrt(14 / 144.0 * 1.5);
        assertThat(interval.lo()).isCloseTo(3 - half, within(1e-12));
        assertThat(interval.hi()).isCloseTo(3 + half, within(1e-12));
        Interval percent = ESTIMATE.of(sums, 3, "0-100").orElseThrow().interval();
        assertThat(percent.width()).isCloseTo(2 * half * 100 / 3, within(1e-10));
    }

    @Test
    void withoutMissingItemsItIsTheUsualIntervalOfTheMeanOfPeople() {
        // Own means 1.5, 2.5 and 2: mean 2, squared deviations 0.5, standard error sqrt(0.5/2/3).
        ItemSums sums = sums(response(1, 2), response(3, 2), response(2, 2));
        Estimate estimate = ESTIMATE.of(sums, 3, "1-4").orElseThrow();
        assertThat(estimate.value()).isEqualTo(2.0);
        assertThat(estimate.interval().width()).isCloseTo(2 * Interval.Z * Math.sqrt(0.5 / 2 / 3), within(1e-12));
    }

    @Test
    void noGroupScoresBeyondTheEndsOfTheScale() {
        Interval interval = ESTIMATE.of(sums(response(4, 4), response(4, 4), response(4, 1)), 3, "0-100")
                .orElseThrow()
                .interval();
        assertThat(interval.hi()).isEqualTo(100.0);
        assertThat(interval.lo()).isGreaterThan(0.0);
    }

    @Test
    void oneResponseHasAScoreAndNoInterval() {
        assertThat(ESTIMATE.of(sums(response(4, 2)), 1, "1-4")).contains(new Estimate(3.0, null));
    }

    @Test
    void anItemThatNobodyAnsweredLeavesNoScore() {
        assertThat(ESTIMATE.of(sums(response(4, LEFT_OUT), response(3, LEFT_OUT)), 2, "1-4"))
                .isEmpty();
        assertThat(ESTIMATE.of(ItemSums.NONE, 0, "1-4")).isEmpty();
    }

    @Test
    void sumsOfPartsAreTheSumsOfTheWhole() {
        ItemSums whole = sums(response(4, 2), response(2, LEFT_OUT), response(3, 4));
        assertThat(sums(response(4, 2)).plus(sums(response(2, LEFT_OUT), response(3, 4))))
                .isEqualTo(whole)
                .isEqualTo(sums(response(3, 4)).plus(sums(response(2, LEFT_OUT), response(4, 2))));
        assertThat(ItemSums.NONE.plus(whole)).isEqualTo(whole).isEqualTo(whole.plus(ItemSums.NONE));
    }

    @Test
    void responsesOfTwoInstrumentsDoNotAddUp() {
        assertThatThrownBy(() -> sums(response(4, 2, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thirtyResponsesAreEnoughAndTwentyNineAreNot() {
        assertThat(SCORE.withheld("P", 30, 30)).isEmpty();
        assertThat(SCORE.withheld("P", 29, 29)).contains("BELOW_30_RESPONSES");
        assertThat(SCORE.withheld("", 500, 29)).contains("BELOW_30_RESPONSES");
    }

    @Test
    void aGroupOfALargePracticeWaitsForTheWholePractice() {
        assertThat(SCORE.withheld("LARGE", 149, 149)).contains("PRACTICE_BELOW_150_RESPONSES");
        assertThat(SCORE.withheld("LARGE", 149, 60)).contains("PRACTICE_BELOW_150_RESPONSES");
        assertThat(SCORE.withheld("LARGE", 150, 150)).isEmpty();
        assertThat(SCORE.withheld("LARGE", 150, 30)).isEmpty();
        assertThat(SCORE.withheld("LARGE", 150, 29)).contains("BELOW_30_RESPONSES");
    }
}
