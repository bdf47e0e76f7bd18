package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.model.Verdict;

/** Which response to the survey counts, for which practice and with how many points (measures.md 9). */
class SurveyVerdictTest {
    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();

    /** A response whose first items are all answered with the same number. */
    private SurveyVerdictTest response(String id, String day, int items, int answer) {
        List<Object> columns = new ArrayList<>(
                List.of("response_id", id, "practice_id", "of-" + id, "instrument", "PCPCM", "response_date", day));
        for (int item = 1; item <= items; item++) {
            columns.addAll(List.of("item_" + item, answer));
        }
        delivered.add(rows.row(Table.SURVEY, TestRows.CLINIC, "m", columns.toArray()));
        return this;
    }

    private Verdict verdict() {
        return Shipped.EVALUATOR.evaluate(Story.born("1970-05-01").person(), delivered).stream()
                .filter(verdict ->
                        verdict.measureId().equals("PCPCM") && verdict.rateId().equals("score 1-4"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aResponseCountsForThePracticeItIsAbout() {
        Verdict verdict = response("r1", "2025-06-01", 11, 3).verdict();

        assertThat(verdict.initialPopulation()).isTrue();
        assertThat(verdict.denominator()).isTrue();
        assertThat(verdict.observation()).isEqualByComparingTo("33");
        assertThat(verdict.response().practice().id()).isEqualTo("of-r1");
        assertThat(verdict.response().answers()).hasSize(11).containsOnly(3);
    }

    @Test
    void eightAnsweredItemsAreEnoughAndSevenAreNot() {
        Verdict enough = response("r1", "2025-06-01", 8, 4).verdict();
        assertThat(enough.denominator()).isTrue();
        assertThat(enough.observation()).isEqualByComparingTo("32");

        Verdict tooFew =
                new SurveyVerdictTest().response("r1", "2025-06-01", 7, 4).verdict();
        assertThat(tooFew.initialPopulation()).isTrue();
        assertThat(tooFew.denominator()).isFalse();
        assertThat(tooFew.observation()).isEqualByComparingTo("0");
        assertThat(tooFew.response().practice().id()).isEqualTo("of-r1");
        assertThat(tooFew.reasons()).contains("latest response", "not: latest complete response");
    }

    @Test
    void theLastCompleteResponseIsScoredThoughALaterOneIsNot() {
        Verdict verdict = response("r1", "2025-06-01", 11, 2)
                .response("r2", "2025-07-01", 11, 3)
                .response("r3", "2025-08-01", 2, 4)
                .verdict();

        assertThat(verdict.observation()).isEqualByComparingTo("33");
        assertThat(verdict.response().practice().id()).isEqualTo("of-r2");
    }

    @Test
    void ofTwoResponsesOfOneDayTheFullerOneCounts() {
        Verdict verdict = response("r1", "2025-06-01", 9, 4)
                .response("r2", "2025-06-01", 10, 1)
                .verdict();

        assertThat(verdict.response().practice().id()).isEqualTo("of-r2");
        assertThat(verdict.observation()).isEqualByComparingTo("10");
    }

    @Test
    void responsesOfTheFirstAndTheLastDayCountAndTheirNeighboursDoNot() {
        for (String day : List.of("2025-01-01", "2025-12-31")) {
            assertThat(new SurveyVerdictTest()
                            .response("r1", day, 11, 4)
                            .verdict()
                            .denominator())
                    .as(day)
                    .isTrue();
        }
        for (String day : List.of("2024-12-31", "2026-01-01")) {
            Verdict outside = new SurveyVerdictTest().response("r1", day, 11, 4).verdict();
            assertThat(outside.initialPopulation()).as(day).isFalse();
            assertThat(outside.response()).as(day).isNull();
        }
    }
}
