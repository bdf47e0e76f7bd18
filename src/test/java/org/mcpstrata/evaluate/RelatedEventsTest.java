package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.CodeSet;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SameDay.Missing;
import org.mcpstrata.measure.SameDay.Then;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.Window;

/** Events that are looked for at other events of the same person, at their boundaries. */
class RelatedEventsTest {
    private static Story person() {
        return Story.born("1990-03-01");
    }

    private static Asking asking() {
        return Asking.in(2025)
                .set("Visit", "CPT|99213")
                .set("Other Visit", "CPT|99214")
                .set("Lab", "LOINC|4548-4")
                .set("Answer", "LOINC|73832-8")
                .set("Illness", "ICD10CM|F32.9")
                .set("Yes", "SNOMED|373066001")
                .set("Referral", "SNOMED|183524004")
                .define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"));
    }

    private static AmongClause among(String of, Timing.Relation relation, String window) {
        return new AmongClause(of, new Timing(relation, Window.parse(window), window), null);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-17, false", "2025-05-18, true", "2025-06-01, true", "2025-06-02, false"})
    void fourteenDaysBeforeAVisitAreInAndTheDayAfterItIsOut(String day, boolean holds) {
        Asking asking = asking().define(
                        "test",
                        EventAsk.of(EventKind.OBSERVATION, "Lab")
                                .ends("from start of visit - 14 days to start of visit"));

        Story story = person().visit("2025-06-01", "CPT|99213").lab("LOINC|4548-4", day, "5");
        assertThat(asking.holds("test", story)).isEqualTo(holds);
    }

    @Test
    void oneOfSeveralVisitsIsEnough() {
        Asking asking = asking().define(
                        "test", EventAsk.of(EventKind.OBSERVATION, "Lab").ends("from start of visit to end of visit"));

        assertThat(asking.daysBehind(
                        "test",
                        person().visit("2025-06-01", "CPT|99213")
                                .visit("2025-09-01", "CPT|99213")
                                .lab("LOINC|4548-4", "2025-09-01", "5")))
                .containsExactly("2025-09-01");
    }

    @Test
    void withoutTheOtherEventThereIsNone() {
        Asking asking = asking().define(
                        "test", EventAsk.of(EventKind.OBSERVATION, "Lab").ends("from end of visit"))
                .define("old", new AgeClause(1, null, Anchor.parse("start of first visit")))
                .define("first visit", new FirstClause(List.of("visit"), List.of()));

        Story story = person().lab("LOINC|4548-4", "2025-09-01", "5");
        assertThat(asking.holds("test", story)).isFalse();
        assertThat(asking.holds("old", story)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2024-12-31, true", "2025-01-01, false"})
    void aSecondRelationLeavesOnlyWhatSatisfiesBoth(String onset, boolean holds) {
        Asking asking = asking().define("illness", EventAsk.of(EventKind.CONDITION, "Illness"))
                .define(
                        "visit when ill",
                        among("visit", Timing.Relation.OVERLAPS, "from start of illness to end of illness"));

        Story story = person().visit("2024-12-31", "CPT|99213").condition("ICD10CM|F32.9", onset);
        assertThat(asking.holds("visit when ill", story)).isEqualTo(holds);
    }

    @Test
    void theEarliestEventIsTheFirstAndOthersStandInOnlyWhereThereIsNone() {
        Asking asking = asking().define("other", EventAsk.of(EventKind.ENCOUNTER, "Other Visit"))
                .define("first", new FirstClause(List.of("visit"), List.of("other")));
        Story both = person().visit("2025-09-01", "CPT|99213")
                .visit("2025-06-01", "CPT|99213")
                .visit("2025-01-01", "CPT|99214");

        assertThat(asking.daysBehind("first", both)).containsExactly("2025-06-01");
        assertThat(asking.daysBehind("first", person().visit("2025-01-01", "CPT|99214")))
                .containsExactly("2025-01-01");
        assertThat(asking.holds("first", person())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28, 34", "2025-03-01, 35"})
    void anAgeMayBeThatOfTheDayOfAnEvent(String day, int age) {
        Asking asking = asking().define("first", new FirstClause(List.of("visit"), List.of()))
                .define("age", new AgeClause(age, age, Anchor.parse("start of first")));

        assertThat(asking.holds("age", person().visit(day, "CPT|99213"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-06-03, true", "2025-06-04, false", ", false"})
    void aDeathCountsUpToTheLastDayOfTheWindow(String died, boolean holds) {
        Asking asking = asking().define("first", new FirstClause(List.of("visit"), List.of()))
                .define("died", new DeathClause(Window.parse("to end of first + 2 days"), "soon after"));

        assertThat(asking.holds("died", person().died(died).visit("2025-06-01", "CPT|99213")))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-01, 2, true",
        "2025-06-01, 1, false",
        "2025-06-02, 30, false",
        "2025-05-01, 33, true",
        "2025-05-01, 32, false",
    })
    void aSupplyThatCoversAVisitRunsPastIt(String ordered, int days, boolean holds) {
        Asking asking = asking().set("Drug", "RXNORM|197591")
                .define("drug", EventAsk.of(EventKind.MEDICATION_ORDER, "Drug"))
                .define("covering", among("drug", Timing.Relation.COVERS, "from end of visit to end of visit + 1 day"));

        Story story = person().visit("2025-06-01", "CPT|99213").medicationOrder("RXNORM|197591", ordered, days, 0);
        assertThat(asking.holds("covering", story)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-31, false", "2025-06-01, true", "2025-06-03, true", "2025-06-04, false"})
    void anOrderIsDatedByItsSigning(String ordered, boolean holds) {
        Asking asking = asking().define("referral", EventAsk.of(EventKind.ORDER, "Referral"))
                .define(
                        "soon",
                        among("referral", Timing.Relation.RECORDED, "from end of visit to end of visit + 2 days"));

        Story story = person().visit("2025-06-01", "CPT|99213")
                .order("SERVICE", "SNOMED|183524004", "active", "order", ordered);
        assertThat(asking.holds("soon", story)).isEqualTo(holds);
    }

    @Test
    void ofTwoAnswersOfOneMomentTheNamedOneDecides() {
        SameDay yesFirst =
                new SameDay(List.of(), Missing.IGNORED, List.of(Then.LAST_TIME), List.of(new CodeSet("Yes", "Yes")));
        Asking asking = asking().define("answer", EventAsk.of(EventKind.OBSERVATION, "Answer"))
                .define("latest", new MostRecent(List.of("answer"), yesFirst))
                .define(
                        "yes",
                        new ValueClause(
                                "latest", null, null, new ValueTest.AnswerIn(List.of(new CodeSet("Yes", "Yes")))));
        Story noThenYes = person().answer("LOINC|73832-8", "2025-06-01", "2025-06-01", "SNOMED|373067005")
                .answer("LOINC|73832-8", "2025-06-01", "2025-06-01", "SNOMED|373066001");

        assertThat(asking.holds("yes", noThenYes)).isTrue();
    }

    @Test
    void aMissingResultTakesItsTurnByTime() {
        SameDay inTurn = new SameDay(List.of(), Missing.IN_TURN, List.of(Then.LAST_TIME, Then.LOWEST_VALUE), List.of());
        Asking asking = asking().define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab"))
                .define("latest", new MostRecent(List.of("lab"), inTurn))
                .define("low", new ValueClause("latest", null, null, ValueTest.parse("< 8 %")));

        assertThat(asking.holds(
                        "low",
                        person().timedLab("LOINC|4548-4", "2025-06-01", "08:00:00", null)
                                .timedLab("LOINC|4548-4", "2025-06-01", "09:00:00", "7")))
                .isTrue();
        assertThat(asking.holds(
                        "low",
                        person().timedLab("LOINC|4548-4", "2025-06-01", "09:00:00", null)
                                .timedLab("LOINC|4548-4", "2025-06-01", "08:00:00", "7")))
                .isFalse();
        assertThat(asking.holds(
                        "low",
                        person().timedLab("LOINC|4548-4", "2025-06-01", null, null)
                                .timedLab("LOINC|4548-4", "2025-06-01", null, "9")
                                .timedLab("LOINC|4548-4", "2025-06-01", null, "7")))
                .isTrue();
    }

    private static Asking adding() {
        List<CodeSet> both = List.of(new CodeSet("Lab", "Lab"), new CodeSet("Other Lab", "Other Lab"));
        return asking().set("Other Lab", "LOINC|97506-0")
                .define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab", "Other Lab"))
                .define("stated", EventAsk.of(EventKind.OBSERVATION, "Answer"))
                .define("sum", new TotalClause("lab", both, List.of("stated")))
                .define("nine", new AmongClause("sum", null, ValueTest.parse("= 9 %")));
    }

    @Test
    void aDayHasASumOnlyWithANumberOfEachPart() {
        Story oneDay = person().lab("LOINC|4548-4", "2025-06-01", "4").lab("LOINC|97506-0", "2025-06-01", "5");
        Story twoDays = person().lab("LOINC|4548-4", "2025-06-01", "4").lab("LOINC|97506-0", "2025-06-02", "5");
        Story missing = person().lab("LOINC|4548-4", "2025-06-01", "9", "").lab("LOINC|97506-0", "2025-06-01", null);

        assertThat(adding().holds("nine", oneDay)).isTrue();
        assertThat(adding().holds("sum", twoDays)).isFalse();
        assertThat(adding().holds("sum", missing)).isFalse();
    }

    @Test
    void aStatedResultGoesBeforeASumOfItsDay() {
        Story stated = person().lab("LOINC|4548-4", "2025-06-01", "4")
                .lab("LOINC|97506-0", "2025-06-01", "5")
                .answer("LOINC|73832-8", "2025-06-01", "2025-06-01", "SNOMED|373066001");

        assertThat(adding().holds("sum", stated)).isFalse();
    }

    @Test
    void ofTwoNumbersOfOnePartTheLastCounts() {
        Story corrected = person().timedLab("LOINC|4548-4", "2025-06-01", "08:00:00", "1")
                .timedLab("LOINC|4548-4", "2025-06-01", "09:00:00", "4")
                .timedLab("LOINC|97506-0", "2025-06-01", "08:30:00", "5");

        assertThat(adding().holds("nine", corrected)).isTrue();
    }
}
