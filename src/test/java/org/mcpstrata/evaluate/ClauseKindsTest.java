package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.AgeClause;
import org.mcpstrata.measure.AmongClause;
import org.mcpstrata.measure.Anchor;
import org.mcpstrata.measure.AtAge;
import org.mcpstrata.measure.Clause;
import org.mcpstrata.measure.Combination;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.CoverageClause;
import org.mcpstrata.measure.DeathClause;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.FirstClause;
import org.mcpstrata.measure.Limit;
import org.mcpstrata.measure.MonthsClause;
import org.mcpstrata.measure.MostRecent;
import org.mcpstrata.measure.MostRecentDay;
import org.mcpstrata.measure.SameDay;
import org.mcpstrata.measure.SexClause;
import org.mcpstrata.measure.StayClause;
import org.mcpstrata.measure.Threshold;
import org.mcpstrata.measure.TotalClause;
import org.mcpstrata.measure.ValueClause;
import org.mcpstrata.measure.ValueTest;
import org.mcpstrata.measure.VisitsClause;
import org.mcpstrata.measure.Window;
import org.mcpstrata.model.LineOfBusiness;

/** Each kind of clause at its boundary, on definitions written for the test. */
class ClauseKindsTest {
    private static final SameDay LAST_TIME = new SameDay(List.of(), SameDay.Missing.IGNORED, SameDay.Then.LAST_TIME);
    private static final SameDay LOWEST = new SameDay(List.of(), SameDay.Missing.IGNORED, SameDay.Then.LOWEST_VALUE);
    private static final SameDay HIGHEST = new SameDay(List.of(), SameDay.Missing.IGNORED, SameDay.Then.HIGHEST_VALUE);

    private static Story person() {
        return Story.born("1960-02-29");
    }

    private static Asking asking() {
        return Asking.in(2025)
                .set("Visit", "CPT|99213")
                .set("Stay", "SNOMED|8715000")
                .set("Lab", "LOINC|4548-4")
                .set("Illness", "ICD10CM|G30.9")
                .set("Place", "POS|32")
                .set("Yes", "SNOMED|373066001");
    }

    @Test
    void everyKindOfClauseIsTestedHereOrWithRelatedEvents() {
        Set<String> tested = Stream.of(
                        Combination.class,
                        AgeClause.class,
                        AtAge.class,
                        SexClause.class,
                        EventClause.class,
                        MostRecent.class,
                        MostRecentDay.class,
                        FirstClause.class,
                        AmongClause.class,
                        TotalClause.class,
                        DeathClause.class,
                        ValueClause.class,
                        CountClause.class,
                        StayClause.class,
                        VisitsClause.class,
                        CoverageClause.class,
                        MonthsClause.class)
                .map(Class::getName)
                .collect(Collectors.toSet());

        assertThat(Stream.of(Clause.class.getPermittedSubclasses()).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(tested);
    }

    @Test
    void aPersonOfUnknownSexIsOfNeither() {
        Asking asking = asking().define("woman", new SexClause(SexClause.Sex.FEMALE))
                .define("man", new SexClause(SexClause.Sex.MALE));

        assertThat(asking.holds("woman", person().sex("F"))).isTrue();
        assertThat(asking.holds("man", person().sex("F"))).isFalse();
        assertThat(asking.holds("man", person().sex("M"))).isTrue();
        assertThat(asking.holds("woman", person())).isFalse();
        assertThat(asking.holds("man", person())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "during, 2025-01-01, 2025-12-31, true",
        "during, 2024-12-31, 2025-01-05, false",
        "during, 2025-12-30, 2026-01-01, false",
        "overlaps, 2024-06-01, 2025-01-01, true",
        "overlaps, 2024-06-01, 2024-12-31, false",
        "overlaps, 2025-12-31, 2026-01-01, true",
        "overlaps, 2026-01-01, 2026-01-02, false",
        "starts, 2025-12-31, 2026-01-05, true",
        "starts, 2024-12-31, 2025-01-05, false",
        "ends, 2024-12-31, 2025-01-01, true",
        "ends, 2025-12-31, 2026-01-01, false"
    })
    void anEventStandsInOneOfFourRelationsToAWindow(String relation, String first, String last, boolean holds) {
        EventAsk stay = EventAsk.of(EventKind.ENCOUNTER, "Stay");
        EventAsk timed =
                switch (relation) {
                    case "during" -> stay.during("measurement period");
                    case "overlaps" -> stay.overlaps("measurement period");
                    case "starts" -> stay.starts("measurement period");
                    case "ends" -> stay.ends("measurement period");
                    default -> throw new IllegalArgumentException(relation);
                };
        Story story = person().stay(first, last, "SNOMED|8715000", "SNOMED|306689006");

        assertThat(asking().define("stay", timed).holds("stay", story)).isEqualTo(holds);
    }

    @Test
    void aWindowUntilADayLeavesThatDayOut() {
        Asking asking = asking().define(
                        "early",
                        EventAsk.of(EventKind.ENCOUNTER, "Visit").during("first 6 months of measurement period"));

        assertThat(asking.holds("early", person().visit("2025-06-30", "CPT|99213")))
                .isTrue();
        assertThat(asking.holds("early", person().visit("2025-07-01", "CPT|99213")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2025-02-27, 64", "2025-02-28, 65", "2024-02-28, 63", "2024-02-29, 64"})
    void aLeaplingIsAYearOlderOnTheTwentyEighthInCommonYears(String day, int age) {
        int year = Integer.parseInt(day.substring(0, 4));
        long before = java.time.temporal.ChronoUnit.DAYS.between(Story.date(day), java.time.LocalDate.of(year, 12, 31));
        Anchor at = Anchor.parse("end of measurement period - " + before + " days");

        assertThat(Asking.in(year).define("age", new AgeClause(age, age, at)).holds("age", person()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2025-02-27, 2025-02-27, false", "2025-02-28, 2025-02-28, true", "2025-02-27, 2025-03-05, false"})
    void ageAtAVisitIsThatOfItsFirstDay(String first, String last, boolean holds) {
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("visit at 65 or older", new AtAge("visit", 65, null));
        Story story = person().encounter("v", "finished", "AMB", first, last, "CPT|99213");

        assertThat(asking.holds("visit at 65 or older", story)).isEqualTo(holds);
    }

    @Test
    void oneVisitAtTheAgeIsEnoughAndTheOthersDoNotCount() {
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("visit at 64", new AtAge("visit", 64, 64))
                .define(
                        "two of them",
                        new CountClause("visit at 64", CountClause.Unit.EVENTS, Limit.fixed(Threshold.parse(">= 2"))));
        Story story = person().visit("2025-01-10", "CPT|99213").visit("2025-03-10", "CPT|99213");

        assertThat(asking.holds("visit at 64", story)).isTrue();
        assertThat(asking.holds("two of them", story)).isFalse();
    }

    @Test
    void noneHoldsOnlyWithoutAnyOfThem() {
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab"))
                .define("neither", Combination.none(List.of("visit", "lab")))
                .define("both", Combination.all(List.of("visit", "lab")))
                .define("either", Combination.any(List.of("visit", "lab")));
        Story one = person().visit("2025-06-30", "CPT|99213");

        assertThat(asking.holds("neither", person())).isTrue();
        assertThat(asking.holds("neither", one)).isFalse();
        assertThat(asking.holds("both", one)).isFalse();
        assertThat(asking.holds("either", one)).isTrue();
    }

    @Test
    void theLastTimeOfTheDayDecidesAndWithoutATimeItIsFirst() {
        Asking asking = asking().define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab"))
                .define("latest", new MostRecent(List.of("lab"), LAST_TIME))
                .define("high", new ValueClause("latest", null, null, ValueTest.parse("> 9 %")));

        assertThat(asking.holds(
                        "high",
                        person().timedLab("LOINC|4548-4", "2025-06-01", "08:00:00", "7")
                                .timedLab("LOINC|4548-4", "2025-06-01", "17:30:00", "9.5")))
                .isTrue();
        assertThat(asking.holds(
                        "high",
                        person().timedLab("LOINC|4548-4", "2025-06-01", "08:00:00", "7")
                                .timedLab("LOINC|4548-4", "2025-06-01", null, "9.5")))
                .isFalse();
    }

    @Test
    void theHighestOfTheDayDecidesWhereTheRuleSaysSo() {
        Asking asking = asking().define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab"))
                .define("latest", new MostRecent(List.of("lab"), HIGHEST))
                .define("high", new ValueClause("latest", null, null, ValueTest.parse("> 9 %")));
        Story story = person().lab("LOINC|4548-4", "2025-06-01", "7").lab("LOINC|4548-4", "2025-06-01", "9.5");

        assertThat(asking.holds("high", story)).isTrue();
    }

    @Test
    void theLatestDayOfBothIsNotTheLatestDayOfEither() {
        Asking asking = asking().set("Other Lab", "LOINC|97506-0")
                .define("lab", EventAsk.of(EventKind.OBSERVATION, "Lab"))
                .define("other", EventAsk.of(EventKind.OBSERVATION, "Other Lab"))
                .define("together", new MostRecentDay(List.of("lab", "other"), true))
                .define("any", new MostRecentDay(List.of("lab", "other"), false))
                .define("low together", new ValueClause("lab", "together", LOWEST, ValueTest.parse("< 8 %")))
                .define("low any", new ValueClause("lab", "any", LOWEST, ValueTest.parse("< 8 %")));
        Story story = person().lab("LOINC|4548-4", "2025-06-01", "7")
                .lab("LOINC|97506-0", "2025-06-01", "7")
                .lab("LOINC|97506-0", "2025-06-02", "7");

        assertThat(asking.holds("low together", story)).isTrue();
        assertThat(asking.holds("low any", story)).isFalse();
    }

    @Test
    void twoVisitsOnOneDayAreOneDifferentDay() {
        Limit two = Limit.fixed(Threshold.parse(">= 2"));
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("events", new CountClause("visit", CountClause.Unit.EVENTS, two))
                .define("days", new CountClause("visit", CountClause.Unit.DIFFERENT_DAYS, two));
        Story sameDay = person().visit("2025-06-01", "CPT|99213").visit("2025-06-01", "CPT|99213");
        Story twoDays = person().visit("2025-06-01", "CPT|99213").visit("2025-06-02", "CPT|99213");

        assertThat(asking.holds("events", sameDay)).isTrue();
        assertThat(asking.holds("days", sameDay)).isFalse();
        assertThat(asking.holds("days", twoDays)).isTrue();
        assertThat(asking.daysBehind("days", twoDays)).containsExactly("2025-06-01", "2025-06-02");
    }

    @Test
    void whoIsCoveredByTwoLinesIsAnOutlierOnlyInBoth() {
        TreeMap<LineOfBusiness, Threshold> limits = new TreeMap<>();
        limits.put(LineOfBusiness.COMMERCIAL, Threshold.parse(">= 1"));
        Limit limit = new Limit("outlier", "", limits, Threshold.parse(">= 2"));
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("outlier", new CountClause("visit", CountClause.Unit.EVENTS, limit));
        Story commercial = person().visit("2025-06-01", "CPT|99213")
                .covered(LineOfBusiness.COMMERCIAL, "2025-12-31", "9999-12-31");
        Story both = person().visit("2025-06-01", "CPT|99213")
                .covered(LineOfBusiness.COMMERCIAL, "2025-12-31", "9999-12-31")
                .covered(LineOfBusiness.MEDICARE_FFS, "2020-01-01", "2025-01-01");
        Story earlier = person().visit("2025-06-01", "CPT|99213")
                .covered(LineOfBusiness.COMMERCIAL, "2020-01-01", "2024-12-31");

        assertThat(asking.holds("outlier", commercial)).isTrue();
        assertThat(asking.holds("outlier", both)).isFalse();
        assertThat(asking.holds("outlier", earlier)).isFalse();
    }

    @Test
    void aStayInsideAnotherDoesNotShortenIt() {
        Asking asking = asking().define("day", EventAsk.of(EventKind.CLAIM_LINE, "Place"))
                .define("long", new StayClause("day", Window.MEASUREMENT_PERIOD, "measurement period", 1, 90));
        Story story = person().claim(new ClaimStory("a").spanningLine("2025-01-01", "2025-04-02", "99309", "32"))
                .claim(new ClaimStory("b").spanningLine("2025-01-10", "2025-01-20", "99309", "32"));

        assertThat(asking.holds("long", story)).isTrue();
        assertThat(asking.daysBehind("long", story)).hasSize(2);
    }

    @Test
    void theSecondOfTwoStaysMayBeTheLongOne() {
        Asking asking = asking().define("day", EventAsk.of(EventKind.CLAIM_LINE, "Place"))
                .define("long", new StayClause("day", Window.MEASUREMENT_PERIOD, "measurement period", 1, 90));
        Story story = person().claim(new ClaimStory("a").spanningLine("2025-01-01", "2025-01-05", "99309", "32"))
                .claim(new ClaimStory("b").spanningLine("2025-06-01", "2025-12-20", "99309", "32"));

        assertThat(asking.daysBehind("long", story)).containsExactly("2025-06-01");
    }

    @Test
    void visitsOfOneDayAreOneWhateverTheirSource() {
        Asking asking = asking().define("visit", EventAsk.of(EventKind.ENCOUNTER, "Visit"))
                .define("visits", new VisitsClause(List.of("visit"), List.of(), List.of(), List.of(), 0))
                .define(
                        "two",
                        new CountClause("visits", CountClause.Unit.EVENTS, Limit.fixed(Threshold.parse(">= 2"))));
        Story story = person().visit("2025-06-01", "CPT|99213").claim("2025-06-01", "99213");

        assertThat(asking.holds("visits", story)).isTrue();
        assertThat(asking.holds("two", story)).isFalse();
    }

    @Test
    void nobodyIsCoveredThroughAWindowByOneDayLess() {
        Asking asking =
                asking().define("covered", new CoverageClause(Window.MEASUREMENT_PERIOD, "measurement period", 0, 0));

        assertThat(asking.holds("covered", person().covered(LineOfBusiness.OTHER, "2025-01-01", "2025-12-31")))
                .isTrue();
        assertThat(asking.holds("covered", person().covered(LineOfBusiness.OTHER, "2025-01-02", "2025-12-31")))
                .isFalse();
        assertThat(asking.holds("covered", person().covered(LineOfBusiness.OTHER, "2025-01-01", "2025-12-30")))
                .isFalse();
        assertThat(asking.holds("covered", person())).isFalse();
    }

    @Test
    void aBeneficiaryMonthIsCoveredAndAttributedOnItsFifteenth() {
        Asking asking = asking().define("two months", new MonthsClause(2));

        assertThat(asking.holds(
                        "two months",
                        person().covered(LineOfBusiness.OTHER, "2025-02-15", "2025-03-15")
                                .attributed(2)
                                .attributed(3)))
                .isTrue();
        assertThat(asking.holds(
                        "two months",
                        person().covered(LineOfBusiness.OTHER, "2025-02-15", "2025-03-14")
                                .attributed(2)
                                .attributed(3)))
                .isFalse();
        assertThat(asking.holds(
                        "two months",
                        person().covered(LineOfBusiness.OTHER, "2025-02-15", "2025-03-15")
                                .attributed(2)))
                .isFalse();
    }
}
