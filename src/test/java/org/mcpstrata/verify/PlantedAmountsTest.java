package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Months, dollars and last year's counts that follow from figures; beside each, what makes it safe. */
class PlantedAmountsTest extends PlantedLeaks {
    private static ReleaseDraft amounts(long people) {
        ReleaseDraft draft = draft().metAndNot(At.total(), people, 0);
        draft.at(At.total())
                .set("scoring", "CONTINUOUS")
                .set("unit", "index")
                .set("numerator", null)
                .set("not_met", null)
                .set("value", people == 0 ? null : (Object) 1.2);
        return draft;
    }

    private static ReleaseDraft events(long people, long events) {
        ReleaseDraft draft = draft().metAndNot(At.total(), people, 0);
        draft.at(At.total())
                .set("scoring", "RATE")
                .set("unit", "events per 1000 people")
                .set("numerator", null)
                .set("not_met", null)
                .set("observation_sum", BigDecimal.valueOf(events))
                .set("value", 1000.0 * events / people);
        return draft;
    }

    @Test
    void roundedValueOfPeopleWhoAreCountedIsSafe() {
        assertThat(verify(amounts(34)).findings()).isEmpty();
        assertThat(verify(events(34, 15)).findings()).isEmpty();
    }

    @Test
    void dollarsOfOneWhoLeftAreNotPublishedWhereNobodyIsCounted() {
        ReleaseDraft draft = amounts(0);
        draft.at(At.total()).set("value", 1.2);

        assertThat(found(verify(draft), Breach.NOT_FOR_PUBLICATION, "amounts of people who left"))
                .isTrue();
        assertThat(found(verify(amounts(0)), Breach.NOT_FOR_PUBLICATION, "somebody left"))
                .isTrue();
    }

    @Test
    void sumOfAmountsIsNotPublished() {
        ReleaseDraft draft = amounts(34);
        draft.at(At.total()).set("observation_sum", new BigDecimal("5977.40"));

        assertThat(found(verify(draft), Breach.NOT_FOR_PUBLICATION, "not a count"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.25, 0.95, 123, 15.5, 0.04})
    void valueOfAmountsToMoreDigitsIsCaught(double value) {
        ReleaseDraft draft = amounts(34);
        draft.at(At.total()).set("value", value);

        assertThat(found(verify(draft), Breach.FIGURE_TOO_FINE, "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n_effective", "reliability"})
    void howManyAmountsThereAreIsNotPublished(String column) {
        ReleaseDraft draft = amounts(34);
        draft.at(At.total()).set(column, column.equals("reliability") ? "B" : (Object) 35.0);

        assertThat(found(verify(draft), Breach.NOT_FOR_PUBLICATION, "whose amounts"))
                .isTrue();
    }

    @Test
    void monthThatOnePersonLacksIsCaughtInTheRate() {
        ReleaseDraft draft = events(34, 15);
        draft.at(At.total()).set("value", 15 * 12_000 / 407.0);

        assertThat(found(verify(draft), Breach.FIGURE_DIFFERS, "")).isTrue();
    }

    @Test
    void monthsAreNoColumn() {
        assertThat(Columns.NEVER_PUBLIC).containsAll(List.of("exposure", "expected"));
    }

    @Test
    void improvementGivesTheCountsOfTheYearBefore() {
        ReleaseDraft draft = amounts(34);
        draft.at(At.total())
                .set("scoring", "RATIO")
                .set("unit", "relative improvement over the year before")
                .set("value", 0.1);

        assertThat(found(verify(draft), Breach.NOT_FOR_PUBLICATION, "the year before"))
                .isTrue();
    }

    @Test
    void visitsWithAndWithoutOutliersBoundHowManyThereAre() {
        ReleaseDraft draft =
                draft().measure("M1", "without", null, "M1 overall", "overall").populationOf("M1", "M1 overall");
        for (String rate : List.of("overall", "without")) {
            draft.metAndNot(At.total().rate("M1", rate), 50, 0);
            draft.at(At.total().rate("M1", rate))
                    .set("scoring", "RATE")
                    .set("numerator", null)
                    .set("not_met", null)
                    .set("observation_sum", BigDecimal.valueOf(100))
                    .set("value", 2000.0);
        }

        assertThat(found(verify(draft), Breach.NOT_FOR_PUBLICATION, "events of the same people"))
                .isTrue();
    }

    @Test
    void severalViewsOfOneFactWithoutTheirRulesAreNotProven() {
        ReleaseDraft draft = draft().metAndNot(At.total(), 60, 40);
        for (String view : List.of("dual", "lis")) {
            for (String stratum : List.of("YES", "NO")) {
                draft.stratum(view, stratum, "VALUE", row -> row.set("attribute", "MEDICAID_OR_SUBSIDY"))
                        .metAndNot(At.stratum(view, stratum), 30, 20);
            }
        }

        assertThat(found(verify(draft), Breach.NOT_PROVEN, "several views of one fact"))
                .isTrue();
    }
}
