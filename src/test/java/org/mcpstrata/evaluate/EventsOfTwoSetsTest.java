package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.Threshold;

/** An event that two of the asked value sets hold is one event. */
class EventsOfTwoSetsTest {
    private static final String YEAR = "measurement period";

    private static Asking counting(String limit) {
        return Asking.in(2025)
                .set("A", "CPT|11111", "CPT|22222")
                .set("B", "CPT|22222", "CPT|33333")
                .define("done", EventAsk.of(EventKind.PROCEDURE, "A", "B").during(YEAR))
                .define(
                        "so many",
                        new CountClause("done", CountClause.Unit.EVENTS, Limit.fixed(Threshold.parse(limit))));
    }

    private static Story done(String... daysAndCodes) {
        Story story = Story.born("1970-01-01");
        for (int i = 0; i < daysAndCodes.length; i += 2) {
            story.procedure("CPT|" + daysAndCodes[i + 1], "completed", daysAndCodes[i], daysAndCodes[i]);
        }
        return story;
    }

    @Test
    void whatBothSetsHoldIsCountedOnceWhereverItStands() {
        for (Story story : List.of(
                done("2025-01-01", "11111", "2025-02-01", "22222", "2025-03-01", "33333", "2025-04-01", "22222"),
                done("2025-01-01", "22222", "2025-02-01", "33333", "2025-03-01", "33333", "2025-04-01", "11111"),
                done("2025-01-01", "33333", "2025-02-01", "33333", "2025-03-01", "11111", "2025-04-01", "22222"),
                done("2025-01-01", "22222", "2025-02-01", "22222", "2025-03-01", "22222", "2025-04-01", "22222"))) {
            assertThat(counting("= 4").holds("so many", story)).isTrue();
            assertThat(counting("= 4").daysBehind("so many", story))
                    .containsExactly("2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01");
        }
    }

    @Test
    void theFirstOfSeveralClaimsWithADiagnosisBeginsIt() {
        Story story = Story.born("1960-05-01")
                .claim("2025-10-01", "99213", "I10")
                .claim("2025-02-01", "99213", "I10")
                .claim("2025-08-01", "99213", "I10");

        assertThat(Shipped.verdict("CMS165", story).initialPopulation()).isTrue();
    }
}
