package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Verdict;

/** The numerator of CMS165: the lowest systolic and diastolic of the latest day with a reading. */
class BloodPressureTest {
    private static final String SYSTOLIC = "LOINC|8480-6";
    private static final String DIASTOLIC = "LOINC|8462-4";

    private static Story hypertensive() {
        return Story.born("1965-05-05").visit("2025-03-01", "CPT|99213").condition("ICD10CM|I10", "2020-01-01");
    }

    private static Story reading(Story story, String day, String systolic, String diastolic) {
        return story.pressure(SYSTOLIC, day, systolic).pressure(DIASTOLIC, day, diastolic);
    }

    private static boolean controlled(Story story) {
        Verdict verdict = Shipped.verdict("CMS165", story);
        assertThat(verdict.performanceDenominator()).isTrue();
        return verdict.numerator();
    }

    @Test
    void oneHundredThirtyNineOverEightyNineIsControlled() {
        assertThat(controlled(reading(hypertensive(), "2025-06-01", "139", "89")))
                .isTrue();
        assertThat(controlled(reading(hypertensive(), "2025-06-01", "139.9", "89.9")))
                .isTrue();
    }

    @Test
    void oneHundredFortyOrNinetyIsNot() {
        assertThat(controlled(reading(hypertensive(), "2025-06-01", "140", "89")))
                .isFalse();
        assertThat(controlled(reading(hypertensive(), "2025-06-01", "139", "90")))
                .isFalse();
    }

    @Test
    void aReadingInAnUnitNobodyKnowsLeavesTheDayToTheCodes() {
        Story codes = hypertensive()
                .claim(new ClaimStory("q").line("2025-06-01", "G8752").line("2025-06-01", "G8754"));
        assertThat(controlled(codes)).isTrue();
        assertThat(controlled(
                        codes.lab(SYSTOLIC, "2025-06-01", "120", "mmHg").lab(DIASTOLIC, "2025-06-01", "70", "mmHg")))
                .isTrue();
    }

    @Test
    void theLowestOfTheDayMayComeFromTwoReadings() {
        Story story = reading(reading(hypertensive(), "2025-06-01", "150", "80"), "2025-06-01", "138", "95");

        assertThat(controlled(story)).isTrue();
        assertThat(Shipped.verdict("CMS165", story).evidence())
                .extracting(Evidence::value)
                .endsWith("138", "80");
    }

    @Test
    void aLaterUncontrolledDayBeatsAnEarlierControlledOne() {
        assertThat(controlled(reading(reading(hypertensive(), "2025-06-01", "120", "70"), "2025-06-02", "141", "70")))
                .isFalse();
    }

    @Test
    void aLaterDayWithOnlyASystolicPartDecidesAndFails() {
        Story story = reading(hypertensive(), "2025-06-01", "120", "70").pressure(SYSTOLIC, "2025-06-02", "120");

        assertThat(controlled(story)).isFalse();
        assertThat(Shipped.verdict("CMS165", story).reasons()).endsWith("not: diastolic below 90");
    }

    @Test
    void aMissingPartIsLeftOutBesideAValueOfTheDay() {
        assertThat(controlled(
                        reading(hypertensive(), "2025-06-01", "120", "70").pressure(SYSTOLIC, "2025-06-01", null)))
                .isTrue();
    }

    @Test
    void aReadingLinkedToAnEmergencyVisitIsOut() {
        Story story = hypertensive()
                .encounter("er-1", "finished", "EMER", "2025-06-01", "2025-06-01", "CPT|99283")
                .pressure(SYSTOLIC, "2025-06-01", "120", "er-1")
                .pressure(DIASTOLIC, "2025-06-01", "70", "er-1");

        assertThat(controlled(story)).isFalse();
    }

    @Test
    void anUnlinkedReadingOnTheDayOfAnEmergencyVisitCounts() {
        Story story = hypertensive().encounter("er-1", "finished", "EMER", "2025-06-01", "2025-06-01", "CPT|99283");

        assertThat(controlled(reading(story, "2025-06-01", "120", "70"))).isTrue();
    }

    @Test
    void aReadingLinkedToAnInpatientStayIsOutAndAnEarlierOneDecides() {
        Story story = reading(hypertensive(), "2025-05-01", "120", "70")
                .encounter("stay-9", "finished", "IMP", "2025-06-01", "2025-06-05", "SNOMED|8715000")
                .pressure(SYSTOLIC, "2025-06-02", "180", "stay-9")
                .pressure(DIASTOLIC, "2025-06-02", "99", "stay-9");

        assertThat(controlled(story)).isTrue();
    }

    @Test
    void readingsOnBothEdgesOfThePeriodCount() {
        assertThat(controlled(reading(hypertensive(), "2025-01-01", "120", "70")))
                .isTrue();
        assertThat(controlled(reading(hypertensive(), "2025-12-31", "120", "70")))
                .isTrue();
        assertThat(controlled(reading(hypertensive(), "2024-12-31", "120", "70")))
                .isFalse();
        assertThat(controlled(reading(hypertensive(), "2026-01-01", "120", "70")))
                .isFalse();
    }

    @Test
    void aPairOfResultCodesOnOneDayIsControlled() {
        assertThat(controlled(hypertensive().claim("2025-06-01", "3075F").claim("2025-06-01", "3079F")))
                .isTrue();
        assertThat(controlled(hypertensive().claim("2025-06-01", "G8752").claim("2025-06-01", "G8754")))
                .isTrue();
    }

    @Test
    void resultCodesOfTwoDaysAreNoPair() {
        assertThat(controlled(hypertensive().claim("2025-06-01", "3075F").claim("2025-06-02", "3079F")))
                .isFalse();
    }

    @Test
    void aResultCodeOnAnEmergencyRoomClaimIsOut() {
        Story story = hypertensive()
                .claim(new ClaimStory("er-1").line("2025-06-01", "3075F", "23").line("2025-06-01", "3079F", "23"));

        assertThat(controlled(story)).isFalse();
    }

    @Test
    void aThresholdIsNoReading() {
        Story story =
                hypertensive().pressure(DIASTOLIC, "2025-06-01", "70").pressureBelow(SYSTOLIC, "2025-06-01", "140");

        assertThat(controlled(story)).isFalse();
    }

    @Test
    void hypertensionThatBeginsOnTheFirstOfJulyIsTooLate() {
        Story june = Story.born("1965-05-05").visit("2025-03-01", "CPT|99213").condition("ICD10CM|I10", "2025-06-30");
        Story july = Story.born("1965-05-05").visit("2025-03-01", "CPT|99213").condition("ICD10CM|I10", "2025-07-01");

        assertThat(Shipped.verdict("CMS165", june).initialPopulation()).isTrue();
        assertThat(Shipped.verdict("CMS165", july).initialPopulation()).isFalse();
    }
}
