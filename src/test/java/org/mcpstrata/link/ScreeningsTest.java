package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FIRST;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.SECOND;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.OptionalFacts;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Screening;
import org.mcpstrata.model.SocialNeed;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

class ScreeningsTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    private static final String FOOD_WORRIED = "88122-7";
    private static final String FOOD_RAN_OUT = "88123-5";
    private static final String OFTEN_TRUE = "LA28397-0";
    private static final String NEVER_TRUE = "LA28398-8";
    private static final String RATHER_NOT = "LA30122-8";
    private static final String HOUSING_STATUS = "71802-3";
    private static final List<String> HITS = List.of("95615-1", "95616-9", "95617-7", "95618-5");
    private static final String NEVER = "LA6270-8";
    private static final String SOMETIMES = "LA10082-8";
    private static final String FREQUENTLY = "LA6482-9";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> evidence = new ArrayList<>();

    private void answered(String item, String answer, String day) {
        answered(FIRST, item, answer, day);
    }

    private void answered(String drop, String item, String answer, String day) {
        observed(
                drop,
                item,
                day,
                "status",
                "final",
                "value_kind",
                "CODE",
                "value_code_system",
                "LOINC",
                "value_code",
                answer);
    }

    private void observed(String drop, String item, String day, String... more) {
        List<Object> cells = new ArrayList<>(
                List.of("observation_id", "o", "observation_date", day, "code_system", "LOINC", "code", item));
        cells.addAll(List.of(more));
        evidence.add(rows.inDrop(drop, Table.OBSERVATION, CLINIC, "m", cells.toArray()));
    }

    private static PersonResolver resolver(MeasurementPeriod period, String until) {
        return new PersonResolver(
                period,
                DROPS,
                PersonPolicy.standard().withWanted(new WantedFacts(null, false, LocalDate.parse(until))));
    }

    private Screening of(SocialNeed need) {
        return of(need, "2025-12-31");
    }

    private Screening of(SocialNeed need, String until) {
        PersonResolver resolver = resolver(PERIOD, until);
        Screening found = resolver.resolve("P1", evidence)
                .optional()
                .screened()
                .orElseThrow()
                .of(need);
        List<CanonicalRow> turned = new ArrayList<>(evidence);
        Collections.reverse(turned);
        assertThat(resolver.resolve("P1", turned)
                        .optional()
                        .screened()
                        .orElseThrow()
                        .of(need))
                .as("in any order of rows")
                .isEqualTo(found);
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "FOOD, 88122-7, LA28397-0, POSITIVE",
        "FOOD, 88122-7, LA6729-3, POSITIVE",
        "FOOD, 88123-5, LA28398-8, NEGATIVE",
        "FOOD, 88124-3, LA33-6, UNMAPPED",
        "HOUSING, 71802-3, LA31993-1, NEGATIVE",
        "HOUSING, 71802-3, LA31994-9, POSITIVE",
        "HOUSING, 71802-3, LA31995-6, POSITIVE",
        "HOUSING, 96778-6, LA28580-1, POSITIVE",
        "HOUSING, 96778-6, LA9-3, NEGATIVE",
        "HOUSING, 93033-9, LA33-6, UNMAPPED",
        "UTILITIES, 96779-4, LA33-6, POSITIVE",
        "UTILITIES, 96779-4, LA32002-0, POSITIVE",
        "UTILITIES, 96779-4, LA32-8, NEGATIVE",
        "TRANSPORT, 93030-5, LA33-6, POSITIVE",
        "TRANSPORT, 93030-5, LA32-8, NEGATIVE",
        "TRANSPORT, 93030-5, LA30133-5, UNMAPPED",
        "SAFETY, 76501-6, LA33-6, UNMAPPED",
        "SAFETY, 95618-5, LA30122-8, DECLINED"
    })
    void anAnswerMeansWhatItsItemSaysAndNothingOfOtherNeeds(
            SocialNeed need, String item, String answer, Screening meaning) {
        answered(item, answer, "2025-03-01");
        for (SocialNeed each : SocialNeed.values()) {
            assertThat(of(each)).as(each.name()).isEqualTo(each == need ? meaning : Screening.NOT_SCREENED);
        }
    }

    @Test
    void theNewestDayDecidesWhateverWasFoundBefore() {
        answered(FOOD_WORRIED, OFTEN_TRUE, "2025-03-01");
        answered(FOOD_WORRIED, NEVER_TRUE, "2025-03-02");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.NEGATIVE);
        answered(FOOD_RAN_OUT, RATHER_NOT, "2025-03-03");
        assertThat(of(SocialNeed.FOOD)).as("also a refusal").isEqualTo(Screening.DECLINED);
    }

    @Test
    void ofOneItemOnOneDayTheNewestDropDecides() {
        answered(FIRST, FOOD_WORRIED, OFTEN_TRUE, "2025-03-01");
        answered(SECOND, FOOD_WORRIED, NEVER_TRUE, "2025-03-01");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.NEGATIVE);
        answered(FIRST, FOOD_RAN_OUT, OFTEN_TRUE, "2025-03-01");
        assertThat(of(SocialNeed.FOOD))
                .as("the other question of that day was not asked again")
                .isEqualTo(Screening.POSITIVE);
    }

    @Test
    void anOlderDropWithANewerScreeningDecides() {
        answered(FIRST, FOOD_WORRIED, OFTEN_TRUE, "2025-03-02");
        answered(SECOND, FOOD_WORRIED, NEVER_TRUE, "2025-03-01");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "LA28397-0, LA28398-8, POSITIVE",
        "LA28397-0, LA30122-8, POSITIVE",
        "LA28397-0, LA99999-9, POSITIVE",
        "LA99999-9, LA28398-8, UNMAPPED",
        "LA99999-9, LA30122-8, UNMAPPED",
        "LA28398-8, LA30122-8, NEGATIVE"
    })
    void onOneDayOfOneDropANeedComesBeforeNoneAndBothBeforeARefusal(String one, String other, Screening decides) {
        answered(FOOD_WORRIED, one, "2025-03-01");
        answered(FOOD_RAN_OUT, other, "2025-03-01");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(decides);
        evidence.clear();
        answered(FOOD_WORRIED, one, "2025-03-01");
        answered(FOOD_WORRIED, other, "2025-03-01");
        assertThat(of(SocialNeed.FOOD)).as("of one item too").isEqualTo(decides);
    }

    @Test
    void fourSafetyItemsAreOneScore() {
        HITS.forEach(item -> answered(item, SOMETIMES, "2025-03-01"));
        assertThat(of(SocialNeed.SAFETY)).as("12 points").isEqualTo(Screening.POSITIVE);
        answered(SECOND, HITS.get(0), NEVER, "2025-03-01");
        assertThat(of(SocialNeed.SAFETY)).as("10 points").isEqualTo(Screening.NEGATIVE);
    }

    @Test
    void aPartOfAScoreIsNoNegativeScore() {
        HITS.subList(0, 3).forEach(item -> answered(item, NEVER, "2025-03-01"));
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(Screening.UNKNOWN);
        answered(HITS.get(3), RATHER_NOT, "2025-03-01");
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(Screening.UNKNOWN);
        evidence.clear();
        HITS.subList(0, 3).forEach(item -> answered(item, FREQUENTLY, "2025-03-01"));
        assertThat(of(SocialNeed.SAFETY)).as("15 points without the fourth").isEqualTo(Screening.POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "11, POSITIVE",
        "20.0, POSITIVE",
        "10, NEGATIVE",
        "4, NEGATIVE",
        "3, UNMAPPED",
        "21, UNMAPPED",
        "10.5, UNMAPPED",
        "-11, UNMAPPED"
    })
    void aTotalIsReadFromFourToTwenty(String total, Screening meaning) {
        observed(FIRST, "95614-4", "2025-03-01", "status", "final", "value_kind", "QUANTITY", "value", total);
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(meaning);
    }

    @Test
    void aTotalSpeaksForItemsThatWereNotSent() {
        answered(HITS.get(0), NEVER, "2025-03-01");
        observed(FIRST, "95614-4", "2025-03-01", "status", "final", "value_kind", "QUANTITY", "value", "5");
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(Screening.NEGATIVE);
    }

    @Test
    void aBoundIsNoTotal() {
        observed(
                FIRST,
                "95614-4",
                "2025-03-01",
                "status",
                "final",
                "value_kind",
                "QUANTITY",
                "value",
                "10",
                "comparator",
                ">");
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(Screening.UNMAPPED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preliminary", "cancelled", "entered-in-error", "registered"})
    void onlyFinishedRecordsAreScreenings(String status) {
        observed(
                FIRST,
                FOOD_WORRIED,
                "2025-03-01",
                "status",
                status,
                "value_kind",
                "CODE",
                "value_code_system",
                "LOINC",
                "value_code",
                OFTEN_TRUE);
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.NOT_SCREENED);
    }

    @Test
    void anItemWithoutAnAnswerWasAskedOnlyIfItWasRefused() {
        observed(FIRST, FOOD_WORRIED, "2025-03-01", "status", "final", "data_absent_reason", "not-asked");
        observed(FIRST, FOOD_RAN_OUT, "2025-03-01", "status", "final");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.NOT_SCREENED);
        observed(FIRST, FOOD_WORRIED, "2025-02-01", "status", "final", "data_absent_reason", "asked-declined");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.DECLINED);
    }

    @Test
    void whoRefusesTheWholeToolDeclinedEveryNeedAndWhoFillsItAnswersByItems() {
        answered("96777-8", RATHER_NOT, "2025-03-01");
        answered("97023-6", RATHER_NOT, "2025-03-02");
        answered(HOUSING_STATUS, "LA31993-1", "2025-03-01");
        answered("93025-5", "LA33-6", "2025-03-03");
        assertThat(of(SocialNeed.TRANSPORT)).isEqualTo(Screening.DECLINED);
        assertThat(of(SocialNeed.SAFETY)).isEqualTo(Screening.DECLINED);
        assertThat(of(SocialNeed.HOUSING)).isEqualTo(Screening.NEGATIVE);
    }

    @Test
    void livingInANursingHomeIsNoScreeningForHousing() {
        answered(HOUSING_STATUS, "LA31994-9", "2025-03-01");
        observed(
                FIRST,
                HOUSING_STATUS,
                "2025-09-01",
                "status",
                "final",
                "value_kind",
                "CODE",
                "value_code_system",
                "SNOMED",
                "value_code",
                "160734000");
        assertThat(of(SocialNeed.HOUSING)).isEqualTo(Screening.POSITIVE);
    }

    @Test
    void severalAnswersToOneItemAreANeedIfOneOfThemIs() {
        evidence.add(rows.row(
                Table.OBSERVATION,
                CLINIC,
                "m",
                "observation_id",
                "o",
                "observation_date",
                "2025-03-01",
                "status",
                "final",
                "code_system",
                "SNOMED",
                "code",
                "1",
                "more_codes",
                List.of("LOINC|96778-6"),
                "value_kind",
                "CODE",
                "value_code_system",
                "LOINC",
                "value_code",
                "LA9-3",
                "more_value_codes",
                List.of("LOINC|LA31998-0")));
        assertThat(of(SocialNeed.HOUSING)).isEqualTo(Screening.POSITIVE);
    }

    @Test
    void onlyTheMeasurementPeriodUpToTheCutOffCounts() {
        answered(FOOD_WORRIED, OFTEN_TRUE, "2024-12-31");
        answered(FOOD_WORRIED, OFTEN_TRUE, "2026-01-01");
        assertThat(of(SocialNeed.FOOD, "2026-06-30")).isEqualTo(Screening.NOT_SCREENED);
        answered(FOOD_WORRIED, NEVER_TRUE, "2025-01-01");
        answered(FOOD_WORRIED, OFTEN_TRUE, "2025-12-31");
        assertThat(of(SocialNeed.FOOD, "2026-06-30")).isEqualTo(Screening.POSITIVE);
        assertThat(of(SocialNeed.FOOD, "2025-12-30")).isEqualTo(Screening.NEGATIVE);
    }

    @Test
    void aScreeningOfSeveralDaysCountsOnItsLast() {
        observed(
                FIRST,
                FOOD_WORRIED,
                "2025-12-31",
                "status",
                "final",
                "value_kind",
                "CODE",
                "value_code_system",
                "LOINC",
                "value_code",
                OFTEN_TRUE,
                "observation_end_date",
                "2026-01-01");
        assertThat(of(SocialNeed.FOOD)).isEqualTo(Screening.NOT_SCREENED);
    }

    @Test
    void nobodyChangesStrataFromTheYearBefore() {
        answered(FOOD_WORRIED, OFTEN_TRUE, "2025-03-01");
        answered(FOOD_WORRIED, NEVER_TRUE, "2024-03-01");
        Person now = resolver(PERIOD, "2025-12-31").resolve("P1", evidence);
        Person before = resolver(PERIOD.before(), "2025-12-31").resolveLike(now, evidence, Mention.of(evidence));
        assertThat(before.optional().screened())
                .isEqualTo(now.optional().screened())
                .isPresent();
    }

    @Test
    void nothingIsLookedForWhereTheProgramWantsNothing() {
        answered(FOOD_WORRIED, OFTEN_TRUE, "2025-03-01");
        assertThat(new PersonResolver(PERIOD, DROPS, PersonPolicy.standard())
                        .resolve("P1", evidence)
                        .optional())
                .isEqualTo(OptionalFacts.NONE);
        assertThat(WantedFacts.NONE.isRelevant(evidence.get(0))).isFalse();
    }

    @Test
    void itemsReachThePersonAlsoWhereNoMeasureAsksForThem() {
        WantedFacts wanted = new WantedFacts(null, false, PERIOD.end());
        answered(FOOD_WORRIED, OFTEN_TRUE, "2025-03-01");
        answered("4548-4", "LA33-6", "2025-03-01");
        CanonicalRow elsewhere =
                rows.row(Table.PROCEDURE, PLAN, "m", "procedure_id", "x", "code_system", "LOINC", "code", FOOD_WORRIED);
        assertThat(wanted.isRelevant(evidence.get(0))).isTrue();
        assertThat(wanted.isRelevant(evidence.get(1))).isFalse();
        assertThat(wanted.isRelevant(elsewhere)).isFalse();
    }
}
