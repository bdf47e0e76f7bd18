package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;

/** The numerator and rates of CMS130: every test has its own look-back, counted from the first day of the period. */
class ScreeningTest {
    private static final String FOBT = "LOINC|29771-3";
    private static final String STOOL_DNA = "LOINC|77354-9";

    private static Story person() {
        return Story.born("1965-05-05").visit("2025-03-01", "CPT|99213");
    }

    private static boolean screened(Story story) {
        Verdict verdict = Shipped.verdict("CMS130", story);
        assertThat(verdict.performanceDenominator()).isTrue();
        return verdict.numerator();
    }

    @ParameterizedTest
    @CsvSource({
        "45378, 2016-01-01, true",
        "45378, 2015-12-31, false",
        "45378, 2025-12-31, true",
        "45378, 2026-01-01, false",
        "45330, 2021-01-01, true",
        "45330, 2020-12-31, false",
        "45330, 2026-01-01, false",
        "74263, 2021-01-01, true",
        "74263, 2020-12-31, false",
        "81528, 2023-01-01, true",
        "81528, 2022-12-31, false",
        "82270, 2025-01-01, true",
        "82270, 2024-12-31, false",
        "82270, 2025-12-31, true",
        "82270, 2026-01-01, false"
    })
    void eachTestCountsInsideItsLookBackAndNotADayOutside(String service, String day, boolean counts) {
        assertThat(screened(person().claim(day, service))).isEqualTo(counts);
    }

    @Test
    void aColonoscopyThatEndsAfterMidnightIsOfTheNewYear() {
        assertThat(screened(person().procedure("CPT|45378", "completed", "2015-12-31", "2016-01-01")))
                .isTrue();
        assertThat(screened(person().procedure("CPT|45378", "completed", "2025-12-31", "2026-01-01")))
                .isFalse();
    }

    @Test
    void aColonoscopyThatWasNotDoneIsNone() {
        assertThat(screened(person().procedure("CPT|45378", "not-done", "2024-06-01", null)))
                .isFalse();
    }

    @Test
    void aColonoscopyBeforeTheAgeRangeCounts() {
        Story young = Story.born("1979-06-01").visit("2025-03-01", "CPT|99213").claim("2018-03-01", "45378");

        assertThat(Shipped.verdict("CMS130", young).numerator()).isTrue();
    }

    @Test
    void aLaboratoryTestNeedsAResult() {
        assertThat(screened(person().lab(FOBT, "2025-06-01", null))).isFalse();
        assertThat(screened(person().labText(FOBT, "2025-06-01", "negative"))).isTrue();
        assertThat(screened(person().labText(STOOL_DNA, "2023-01-01", "negative")))
                .isTrue();
        assertThat(screened(person().labText(STOOL_DNA, "2022-12-31", "negative")))
                .isFalse();
    }

    @Test
    void aReportedScreeningCountsEvenDeniedButNotAsNotDone() {
        assertThat(screened(person().claim(
                                new ClaimStory("q").line("2025-07-01", "3017F").denied())))
                .isTrue();
        assertThat(screened(person().claim(new ClaimStory("q").modifiedLine("2025-07-01", "3017F", "8P"))))
                .isFalse();
    }

    @Test
    void aDeniedColonoscopyIsNone() {
        assertThat(screened(person().claim(
                                new ClaimStory("c").line("2024-07-01", "45378").denied())))
                .isFalse();
        assertThat(screened(person().claim(new ClaimStory("c").deniedLine("2024-07-01", "45378"))))
                .isFalse();
    }

    @Test
    void aFortyNineYearOldIsInTheYoungerRateOnly() {
        Story story = Story.born("1976-01-01").visit("2025-03-01", "CPT|99213");

        assertThat(Shipped.verdict("CMS130", "overall", story).denominator()).isTrue();
        assertThat(Shipped.verdict("CMS130", "age 46-49", story).denominator()).isTrue();
        assertThat(Shipped.verdict("CMS130", "age 50-75", story).denominator()).isFalse();
    }

    @Test
    void whoTurnsFiftyOnTheLastDayIsInTheOlderRateOnly() {
        Story story = Story.born("1975-12-31").visit("2025-03-01", "CPT|99213");

        assertThat(Shipped.verdict("CMS130", "age 46-49", story).denominator()).isFalse();
        assertThat(Shipped.verdict("CMS130", "age 50-75", story).denominator()).isTrue();
    }

    @Test
    void whoTurnsFortySixOnTheLastDayIsInAndADayLaterIsOut() {
        assertThat(Shipped.verdict("CMS130", Story.born("1979-12-31").visit("2025-03-01", "CPT|99213"))
                        .initialPopulation())
                .isTrue();
        assertThat(Shipped.verdict("CMS130", Story.born("1980-01-01").visit("2025-03-01", "CPT|99213"))
                        .initialPopulation())
                .isFalse();
    }

    @Test
    void withoutTenYearsOfDataAPersonIsUnknownRatherThanUnscreened() {
        Story unknown = person().covered(LineOfBusiness.COMMERCIAL, "2024-01-01", "9999-12-31");
        Story known = person().covered(LineOfBusiness.COMMERCIAL, "2015-01-01", "9999-12-31");

        assertThat(Shipped.verdict("CMS130", unknown).sufficiency()).isEqualTo(Sufficiency.PARTIAL);
        assertThat(Shipped.verdict("CMS130", known).sufficiency()).isEqualTo(Sufficiency.SUFFICIENT);
        assertThat(Shipped.verdict("CMS130", person()).sufficiency()).isEqualTo(Sufficiency.NONE);
    }

    @Test
    void cancerOrColectomyAfterThePeriodDoesNotExclude() {
        assertThat(Shipped.verdict("CMS130", person().condition("ICD10CM|C18.9", "2025-12-31"))
                        .denominatorExclusion())
                .isTrue();
        assertThat(Shipped.verdict("CMS130", person().condition("ICD10CM|C18.9", "2026-01-01"))
                        .denominatorExclusion())
                .isFalse();
        assertThat(Shipped.verdict("CMS130", person().claim("1999-03-01", "44150"))
                        .denominatorExclusion())
                .isTrue();
        assertThat(Shipped.verdict("CMS130", person().claim("2026-01-01", "44150"))
                        .denominatorExclusion())
                .isFalse();
    }

    @Test
    void aColectomyMayComeAsIcdProcedure() {
        Story story = person().claim(new ClaimStory("c")
                .institutional("111")
                .revenue("2010-03-01", "0120")
                .icdProcedure("0DTE0ZZ"));

        assertThat(Shipped.verdict("CMS130", story).denominatorExclusion()).isTrue();
    }
}
