package org.mcpstrata.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.verify.ReleaseDraft.At;

/** Small counts, what is left of them in one table, and figures that give them away; beside each, what makes it safe. */
class PlantedSmallCountsTest extends PlantedLeaks {
    @Test
    void smallCountIsShown() {
        assertThat(found(verify(oneWay()), Breach.SMALL_COUNT_SHOWN, "7")).isTrue();
    }

    @Test
    void marginLessOthersGivesTheOnlyHiddenCell() {
        Verification verification = verify(oneWay().hidePeople(race("Asian")));

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[7, 7]")).isTrue();
        assertThat(found(verification, Breach.SMALL_RESIDUAL, "sum up to 7")).isTrue();
    }

    @Test
    void twoHiddenCellsOfTheOneWayTableAreSafe() {
        Verification verification = verify(oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown")));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).startsWith("[1, 21] of");
    }

    @Test
    void ruleThatSaysThatNobodyHasSuchCodesTellsHiddenNumerators() {
        ReleaseDraft draft = oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown"));
        draft.at(At.total()).set("quality_mark", "MARKED").set("quality_rules", List.of("DQ39_CODES_OCCUR"));

        assertThat(found(verify(draft), Breach.DERIVED_FROM_HIDDEN, "nobody of a payer"))
                .isTrue();
    }

    @Test
    void residualOfTheHiddenSetIsSmall() {
        ReleaseDraft draft = draft().exclusive("race", "White", "Asian", "AIAN")
                .people(At.total(), 110)
                .people(race("White"), 100)
                .people(race("Asian"), 4)
                .people(race("AIAN"), 6)
                .hidePeople(race("Asian"))
                .hidePeople(race("AIAN"));

        assertThat(found(verify(draft), Breach.SMALL_RESIDUAL, "sum up to 10")).isTrue();
    }

    /** The oracle's table of met and not met. */
    private static ReleaseDraft metAndNot() {
        return draft().exclusive("race", "White", "Black", "Hispanic", "Asian")
                .metAndNot(At.total(), 308, 50)
                .metAndNot(race("White"), 150, 30)
                .metAndNot(race("Black"), 58, 6)
                .metAndNot(race("Hispanic"), 66, 14)
                .metAndNot(race("Asian"), 34, 0);
    }

    @Test
    void notMetFollowsFromMet() {
        ReleaseDraft draft = metAndNot();
        draft.at(race("Black")).hide("not_met");

        Verification verification = verify(draft);

        assertThat(found(verification, Breach.INTERVAL_TOO_NARROW, "[6, 6]")).isTrue();
        assertThat(found(verification, Breach.DERIVED_FROM_HIDDEN, "")).isTrue();
    }

    @Test
    void metAndNotMetOfTwoGroupsHiddenIsSafeWithThePrintedIntervals() {
        Verification verification = verify(metAndNot().hideMet(race("Black")).hideMet(race("Hispanic")));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tightestInterval()).matches("\\[(1, 19|45, 63|61, 79)\\] of .*");
    }

    @Test
    void showingAnyOneHiddenFieldOfMetAndNotMetIsCaught() {
        for (String group : List.of("Black", "Hispanic")) {
            for (String field : List.of("numerator", "not_met")) {
                ReleaseDraft draft = metAndNot().hideMet(race("Black")).hideMet(race("Hispanic"));
                ReleaseDraft.Row row = draft.at(race(group));
                long shown = group.equals("Black")
                        ? field.equals("numerator") ? 58 : 6
                        : field.equals("numerator") ? 66 : 14;
                row.show(field, shown);

                assertThat(verify(draft).isSafe()).as(group + " " + field).isFalse();
            }
        }
    }

    @Test
    void rateWithAKnownDenominatorGivesTheNumerator() {
        ReleaseDraft draft = draft().exclusive("race", "White", "Black").metAndNot(At.total(), 4, 133);
        draft.hideMet(At.total()).at(At.total()).set("value", 0.029);

        assertThat(found(verify(draft), Breach.DERIVED_FROM_HIDDEN, "numerator [4]"))
                .isTrue();
    }

    @Test
    void intervalWithoutCountsGivesThem() {
        ReleaseDraft draft = draft().metAndNot(At.total(), 7, 2);
        draft.hideMet(At.total())
                .at(At.total())
                .hide("performance_denominator", "denominator", "initial_population")
                .set("value", 0.778)
                .set("value_lo", 0.453)
                .set("value_hi", 0.937);

        assertThat(found(verify(draft), Breach.DERIVED_FROM_HIDDEN, "denominator [7/9]"))
                .isTrue();
    }

    @Test
    void roundedPercentagesAreTakenAsPrinted() {
        assertThat(Inference.numerators(new BigDecimal("0.029"), 137)).containsExactly(4);
        assertThat(Inference.numerators(new BigDecimal("0.03"), 137)).containsExactly(4);
    }

    @Test
    void distinctCodesForDistinctReasonsAreCaught() {
        ReleaseDraft draft = oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown"));
        draft.at(race("Asian")).set("suppression", "HIDDEN_SMALL");

        assertThat(found(verify(draft), Breach.SECOND_MARKER, "")).isTrue();
    }

    @Test
    void rowsOfOnePayerAndStrataOfPracticesAreNotForPublication() {
        ReleaseDraft draft = oneWay().hidePeople(race("Asian")).hidePeople(race("Unknown"));
        draft.people(At.total().scope("payer:one"), 100)
                .people(race("White").of("PRACTICE", "p1"), 50)
                .entity("PRACTICE", "p1", "CO");

        Verification verification = verify(draft);

        assertThat(found(verification, Breach.PAYER_NAMED, "")).isTrue();
        assertThat(found(verification, Breach.NOT_FOR_PUBLICATION, "")).isTrue();
    }
}
