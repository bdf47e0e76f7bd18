package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Verdict;

/** Observed emergency department visits: one per person and day, less those that end in a stay. */
class EmergencyVisitsTest {
    private static Story member() {
        return Story.born("1970-05-05").covered(LineOfBusiness.COMMERCIAL, "2023-01-01", "9999-12-31");
    }

    private static int visits(Story story) {
        Verdict verdict = Shipped.verdict("EDU", "with outliers", story);
        assertThat(verdict.performanceDenominator()).isTrue();
        return verdict.observation().intValueExact();
    }

    private static ClaimStory physician(String id, String day) {
        return new ClaimStory(id).line(day, "99283", "23");
    }

    private static ClaimStory facility(String id, String day) {
        return new ClaimStory(id).institutional("131").revenue(day, "0450");
    }

    private static ClaimStory stay(String id, String billType, String admission, String discharge) {
        return new ClaimStory(id)
                .institutional(billType)
                .days(admission, discharge)
                .admitted(admission, discharge, "01")
                .revenue(admission, "0120");
    }

    @Test
    void facilityAndPhysicianOfOneDayAreOneVisit() {
        assertThat(visits(member().claim(physician("p", "2025-03-05")).claim(facility("f", "2025-03-05"))))
                .isEqualTo(1);
    }

    @Test
    void aClaimAndAClinicalRecordOfOneDayAreOneVisit() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .encounter("e", "finished", "EMER", "2025-03-05", "2025-03-05", "CPT|99283")))
                .isEqualTo(1);
        assertThat(visits(member().encounter("e", "finished", "EMER", "2025-03-05", "2025-03-05", "CPT|12345")))
                .isEqualTo(1);
    }

    @Test
    void aNightInTheEmergencyRoomIsOneVisitOnItsFirstDay() {
        Story story = member().claim(new ClaimStory("f")
                .institutional("131")
                .revenue("2025-03-05", "0450")
                .revenue("2025-03-06", "0450"));

        assertThat(visits(story)).isEqualTo(1);
        assertThat(Shipped.verdict("EDU", "with outliers", story).evidence())
                .extracting(Evidence::date)
                .asString()
                .isEqualTo("[2025-03-05]");
    }

    @Test
    void twoClaimsOfTwoDatesAreTwoVisits() {
        assertThat(visits(member().claim(facility("a", "2025-03-05")).claim(facility("b", "2025-03-06"))))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99281", "99285", "G0380", "G0384"})
    void serviceCodesOfEmergencyVisitsCount(String service) {
        assertThat(visits(member().claim(new ClaimStory("p").line("2025-03-05", service, "23"))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0450", "0451", "0452", "0456", "0459", "0981"})
    void revenueCentersOfEmergencyRoomsCount(String revenueCenter) {
        assertThat(visits(
                        member().claim(new ClaimStory("f").institutional("131").revenue("2025-03-05", revenueCenter))))
                .isEqualTo(1);
    }

    @Test
    void thePlaceAloneMakesNoVisit() {
        assertThat(visits(member().claim(new ClaimStory("p").line("2025-03-05", "71046", "23"))))
                .isZero();
    }

    @Test
    void aDeniedVisitIsNone() {
        assertThat(visits(member().claim(physician("p", "2025-03-05").denied())))
                .isZero();
    }

    @Test
    void aVisitBeforeAStayOfTheSameOrTheNextDayIsDropped() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(stay("s", "111", "2025-03-05", "2025-03-09"))))
                .isZero();
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(stay("s", "111", "2025-03-06", "2025-03-09"))))
                .isZero();
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(stay("s", "111", "2025-03-07", "2025-03-09"))))
                .isEqualTo(1);
    }

    @Test
    void aStayThatBeganBeforeTheVisitDoesNotDropIt() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(stay("s", "111", "2025-03-01", "2025-03-04"))))
                .isEqualTo(1);
    }

    @Test
    void aVisitOnNewYearsEveBeforeAStayOnNewYearIsDropped() {
        assertThat(visits(member().claim(physician("p", "2025-12-31"))
                        .claim(stay("s", "111", "2026-01-01", "2026-01-04"))))
                .isZero();
    }

    @Test
    void aDeniedStayDropsNoVisit() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(stay("s", "111", "2025-03-05", "2025-03-09").denied())))
                .isEqualTo(1);
    }

    @Test
    void partBBillingOfAnInpatientIsNoStay() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(new ClaimStory("s").institutional("121").revenue("2025-03-05", "0300"))))
                .isEqualTo(1);
    }

    @Test
    void anObservationStayTheNextDayDropsTheVisit() {
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(new ClaimStory("o").line("2025-03-06", "99218", "22"))))
                .isZero();
        assertThat(visits(member().claim(physician("p", "2025-03-05"))
                        .claim(new ClaimStory("o").institutional("131").revenue("2025-03-05", "0762"))))
                .isZero();
    }

    @Test
    void anEmergencyLineOnTheInpatientClaimItselfIsNoVisit() {
        assertThat(visits(member().claim(
                                stay("s", "111", "2025-03-07", "2025-03-09").revenue("2025-03-05", "0450"))))
                .isZero();
    }

    @Test
    void aBehavioralPrincipalDiagnosisDropsTheVisitASecondaryDoesNot() {
        assertThat(visits(member().claim(physician("p", "2025-03-05").diagnoses("F32.9", "R07.9"))))
                .isZero();
        assertThat(visits(member().claim(physician("p", "2025-03-05").diagnoses("R07.9", "F32.9"))))
                .isEqualTo(1);
    }

    @Test
    void psychiatricServiceOnTheClaimDropsTheVisit() {
        assertThat(visits(member().claim(physician("p", "2025-03-05").line("2025-03-05", "90870", "23"))))
                .isZero();
    }

    @Test
    void visitsOfOtherYearsAreNotOfThisPeriod() {
        assertThat(visits(member().claim(physician("a", "2024-12-31"))
                        .claim(physician("b", "2026-01-01"))
                        .claim(physician("c", "2025-01-01"))
                        .claim(physician("d", "2025-12-31"))))
                .isEqualTo(2);
    }

    @Test
    void outliersAreLeftOutOfOneRateAndKeptInTheOther() {
        Story story = member();
        for (int day = 1; day <= 4; day++) {
            story.claim(physician("p" + day, "2025-03-0" + day));
        }
        Verdict with = Shipped.verdict("EDU", "with outliers", story);
        Verdict without = Shipped.verdict("EDU", "without outliers", story);

        assertThat(with.observation()).isEqualByComparingTo("4");
        assertThat(with.exposure()).isEqualByComparingTo("12");
        assertThat(with.evidence()).hasSize(4);
        assertThat(without.denominator()).isTrue();
        assertThat(without.denominatorExclusion()).isTrue();
        assertThat(without.observation()).isZero();
        assertThat(without.exposure()).isZero();
        assertThat(without.reasons()).endsWith("outlier member");
    }

    @Test
    void theOutlierThresholdIsThatOfTheLineOfBusiness() {
        Story story = Story.born("1950-05-05").covered(LineOfBusiness.MEDICARE_FFS, "2023-01-01", "9999-12-31");
        for (int day = 1; day <= 5; day++) {
            story.claim(physician("p" + day, "2025-03-0" + day));
        }
        assertThat(Shipped.verdict("EDU", "without outliers", story).performanceDenominator())
                .isTrue();
        story.claim(physician("p6", "2025-03-06"));
        assertThat(Shipped.verdict("EDU", "without outliers", story).denominatorExclusion())
                .isTrue();
    }

    @Test
    void oneGapOfFortyFiveDaysAYearIsAllowed() {
        assertThat(eligible("2024-01-01", "2025-03-01", "2025-04-16")).isTrue();
        assertThat(eligible("2024-01-01", "2025-03-01", "2025-04-17")).isFalse();
    }

    @Test
    void theHeadOfTheYearBeforeIsAGapToo() {
        assertThat(eligible("2024-02-15", "2025-03-01", "2025-03-02")).isTrue();
        assertThat(eligible("2024-02-16", "2025-03-01", "2025-03-02")).isFalse();
    }

    @Test
    void twoShortGapsInOneYearAreOneTooMany() {
        Story story = Story.born("1970-05-05")
                .covered(LineOfBusiness.COMMERCIAL, "2023-01-01", "2025-03-01")
                .covered(LineOfBusiness.COMMERCIAL, "2025-03-10", "2025-06-01")
                .covered(LineOfBusiness.COMMERCIAL, "2025-06-10", "9999-12-31");

        assertThat(Shipped.verdict("EDU", "with outliers", story).initialPopulation())
                .isFalse();
    }

    @Test
    void coverageOfTwoPayersIsPooledBeforeGapsAreCounted() {
        Story story = Story.born("1970-05-05")
                .covered(LineOfBusiness.COMMERCIAL, "2023-01-01", "2025-05-31")
                .covered(LineOfBusiness.MEDICAID_MCO, "2025-04-01", "9999-12-31");

        assertThat(Shipped.verdict("EDU", "with outliers", story).initialPopulation())
                .isTrue();
    }

    private static boolean eligible(String start, String lastBeforeGap, String firstAfterGap) {
        Story story = Story.born("1970-05-05")
                .covered(LineOfBusiness.COMMERCIAL, start, lastBeforeGap)
                .covered(LineOfBusiness.COMMERCIAL, firstAfterGap, "9999-12-31");
        return Shipped.verdict("EDU", "with outliers", story).initialPopulation();
    }

    @Test
    void exposureIsTheMonthsOfTheMember() {
        assertThat(Shipped.verdict("EDU", "with outliers", member().memberMonths(7))
                        .exposure())
                .isEqualByComparingTo("7");
    }

    @Test
    void theYearBeforeIsCountedByTheSameRulesShiftedOneYear() {
        Story story = member().claim(physician("a", "2024-03-05"))
                .claim(physician("b", "2024-12-31"))
                .claim(physician("c", "2025-01-01"));
        assertThat(before(story).observation()).isEqualByComparingTo("2");
        assertThat(visits(story)).isEqualTo(1);
    }

    @Test
    void withoutCoverageTwoYearsAgoTheYearBeforeHasNobodyAndNotZeroVisits() {
        Story story = Story.born("1970-05-05")
                .covered(LineOfBusiness.COMMERCIAL, "2024-01-01", "9999-12-31")
                .claim(physician("a", "2024-03-05"));
        assertThat(before(story).initialPopulation()).isFalse();
        assertThat(visits(story)).isZero();
    }

    private static Verdict before(Story story) {
        return Shipped.BEFORE.evaluate(story.person(), story.rows()).stream()
                .filter(verdict -> verdict.measureId().equals("EDU"))
                .filter(verdict -> verdict.rateId().equals("without outliers"))
                .findFirst()
                .orElseThrow();
    }
}
