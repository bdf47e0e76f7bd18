package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Verdict;

/** The shared exclusions, each at the edges of its window. */
class ExclusionTest {
    private static final String WHEELCHAIR = "SNOMED|183240000";
    private static final String RIVASTIGMINE = "RXNORM|312836";
    private static final String DONEPEZIL_NDC = "00054009013";
    private static final String HOUSING = "LOINC|71802-3";
    private static final String NURSING_HOME = "SNOMED|160734000";
    private static final String OWN_HOME = "SNOMED|424661000";

    private static Story aged(int age) {
        return Story.born((2025 - age) + "-06-01")
                .visit("2025-03-01", "CPT|99213")
                .condition("ICD10CM|I10", "2020-01-01")
                .condition("ICD10CM|E11.9", "2020-01-01");
    }

    private static boolean excluded(Story story) {
        return excluded("CMS165", story);
    }

    private static boolean excluded(String measure, Story story) {
        Verdict verdict = Shipped.verdict(measure, story);
        assertThat(verdict.denominator()).isTrue();
        if (verdict.denominatorExclusion()) {
            assertThat(verdict.numerator()).isFalse();
            assertThat(verdict.evidence()).isNotEmpty();
        }
        return verdict.denominatorExclusion();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-01, 2024-12-31, false", "2024-11-01, 2025-01-01, true",
        "2025-12-31, 2026-02-01, true", "2026-01-01, 2026-02-01, false"
    })
    void oneDayOfHospiceInThePeriodIsEnough(String start, String end, boolean out) {
        assertThat(excluded(aged(60).encounter("h", "finished", "HH", start, end, "HCPCS|G9473")))
                .isEqualTo(out);
    }

    @Test
    void aHospiceClaimExcludesByItsBillTypeAlone() {
        assertThat(excluded(
                        aged(60).claim(new ClaimStory("h").institutional("811").revenue("2025-12-31", "0300"))))
                .isTrue();
        assertThat(excluded(aged(60).claim(new ClaimStory("h")
                        .institutional("811")
                        .revenue("2025-12-31", "0300")
                        .denied())))
                .isFalse();
    }

    @Test
    void aStayThatEndsInHospiceExcludesInTheYearItEnds() {
        assertThat(excluded(aged(60).stay("2024-12-20", "2025-01-01", "SNOMED|8715000", "SNOMED|428361000124107")))
                .isTrue();
        assertThat(excluded(aged(60).stay("2025-12-20", "2026-01-01", "SNOMED|8715000", "SNOMED|428361000124107")))
                .isFalse();
        assertThat(excluded(aged(60).stay("2025-06-20", "2025-06-25", "SNOMED|8715000", "SNOMED|306689006")))
                .isFalse();
    }

    @Test
    void aBilledStayThatEndsInHospiceExcludes() {
        assertThat(excluded(aged(60).claim(new ClaimStory("s")
                        .institutional("111")
                        .days("2024-12-20", "2025-01-01")
                        .admitted("2024-12-20", "2025-01-01", "50")
                        .revenue("2024-12-20", "0120"))))
                .isTrue();
        assertThat(excluded(aged(60).claim(new ClaimStory("s")
                        .institutional("111")
                        .days("2025-03-20", "2025-04-01")
                        .admitted("2025-03-20", "2025-04-01", "01")
                        .revenue("2025-03-20", "0120"))))
                .isFalse();
    }

    @Test
    void aHospiceOrderCountsWhenActiveAndMeant() {
        assertThat(excluded(aged(60).order("SERVICE", "SNOMED|385763009", "active", "order", "2025-12-31")))
                .isTrue();
        assertThat(excluded(aged(60).order("SERVICE", "SNOMED|385763009", "draft", "order", "2025-12-31")))
                .isFalse();
        assertThat(excluded(aged(60).order("SERVICE", "SNOMED|385763009", "active", "plan", "2025-12-31")))
                .isFalse();
        assertThat(excluded(aged(60).forbiddenOrder("SERVICE", "SNOMED|385763009", "2025-12-31")))
                .isFalse();
    }

    @Test
    void anAnswerNoToHospiceDoesNotExclude() {
        String hospice = "LOINC|45755-6";
        assertThat(excluded(aged(60).answer(hospice, "2025-06-01", "2025-06-01", "SNOMED|373066001")))
                .isTrue();
        assertThat(excluded(aged(60).answer(hospice, "2025-06-01", "2025-06-01", "SNOMED|373067005")))
                .isFalse();
        assertThat(excluded(aged(60).answer(hospice, "preliminary", "2025-06-01", "2025-06-01", "SNOMED|373066001")))
                .isFalse();
    }

    @Test
    void palliativeCareExcludesByOneDiagnosisOfOneClaim() {
        assertThat(excluded(aged(60).claim("2025-12-31", "99213", "Z51.5"))).isTrue();
        assertThat(excluded(aged(60).claim("2024-12-31", "99213", "Z51.5"))).isFalse();
    }

    @Test
    void anEpisodeOnAClaimEndsWithTheClaim() {
        assertThat(excluded(aged(40).claim("2024-12-31", "99213", "O09.90"))).isFalse();
        assertThat(excluded(aged(40).claim("2025-01-01", "99213", "O09.90"))).isTrue();
    }

    @Test
    void pregnancyThatBeginsOnNewYearIsTooLate() {
        assertThat(excluded(aged(40).condition("ICD10CM|O09.90", "2026-01-01"))).isFalse();
        assertThat(excluded(aged(40).condition("ICD10CM|O09.90", "2025-12-31"))).isTrue();
    }

    @Test
    void dialysisOfAnyEarlierYearExcludesAResolvedDiagnosisDoesNot() {
        assertThat(excluded(aged(60).claim("2009-03-01", "90935"))).isTrue();
        assertThat(excluded(aged(60).claim("2026-01-01", "90935"))).isFalse();
        assertThat(excluded(
                        aged(60).condition("c", "ICD10CM|N18.6", "resolved", "confirmed", "2019-01-01", "2024-12-31")))
                .isFalse();
    }

    @Test
    void frailtyAloneExcludesFromEightyOneOn() {
        assertThat(excluded(aged(80).order("DEVICE", WHEELCHAIR, "active", "order", "2025-06-01")))
                .isFalse();
        assertThat(excluded(aged(81).order("DEVICE", WHEELCHAIR, "active", "order", "2025-06-01")))
                .isTrue();
        assertThat(excluded(aged(81).forbiddenOrder("DEVICE", WHEELCHAIR, "2025-06-01")))
                .isFalse();
        assertThat(excluded(aged(81).order("DEVICE", WHEELCHAIR, "active", "order", "2024-12-31")))
                .isFalse();
    }

    /** Two encounters with a frailty code are asked for where a diagnosis shows it, or one with another sign. */
    @ParameterizedTest
    @CsvSource({"W19.XXXA, true", "F31.9, false"})
    void aFallAmongTheExternalCausesIsAFactAndADiseaseThereIsNone(String cause, boolean out) {
        Story story = aged(81).claim(new ClaimStory("f1")
                        .line("2025-04-01", "99213")
                        .diagnoses("S93.401A")
                        .externalCause(cause))
                .claim(new ClaimStory("f2")
                        .line("2025-07-01", "99213")
                        .diagnoses("S93.401A")
                        .externalCause(cause));
        assertThat(excluded(story)).isEqualTo(out);
    }

    @Test
    void advancedIllnessWithoutFrailtyDoesNotExclude() {
        assertThat(excluded(aged(70).condition("ICD10CM|G30.9", "2025-02-01"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, false", "2024-01-01, true", "2025-12-31, true", "2026-01-01, false"})
    void advancedIllnessStartsInThePeriodOrTheYearBefore(String onset, boolean out) {
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").condition("ICD10CM|G30.9", onset)))
                .isEqualTo(out);
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").claim(onset, "99213", "G30.9")))
                .isEqualTo(out);
    }

    @Test
    void whoIsSixtyFiveIsNotExcludedForFrailty() {
        assertThat(excluded(aged(65).claim("2025-05-01", "99504").condition("ICD10CM|G30.9", "2025-02-01")))
                .isFalse();
        assertThat(excluded(aged(66).claim("2025-05-01", "99504").condition("ICD10CM|G30.9", "2025-02-01")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-01, 31, false", "2023-12-01, 32, true", "2025-12-31, 30, true", "2026-01-01, 30, false"})
    void theSupplyOfADementiaFillMustReachTheTwoYears(String fill, int days, boolean out) {
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").fill(DONEPEZIL_NDC, fill, days, "paid")))
                .isEqualTo(out);
    }

    @Test
    void aDeniedFillWasNeverTaken() {
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").fill(DONEPEZIL_NDC, "2025-06-01", 30, "denied")))
                .isFalse();
    }

    @Test
    void refillsLengthenTheSupplyOfAnOrder() {
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").medicationOrder(RIVASTIGMINE, "2023-10-01", 46, 1)))
                .as("92 days, to 31 December")
                .isFalse();
        assertThat(excluded(aged(70).claim("2025-05-01", "99504").medicationOrder(RIVASTIGMINE, "2023-10-01", 31, 2)))
                .as("93 days, to 1 January")
                .isTrue();
    }

    @Test
    void anOrderOfUnknownSupplyOverlapsNothing() {
        assertThat(excluded(
                        aged(70).claim("2025-05-01", "99504").medicationOrder(RIVASTIGMINE, "2025-06-01", null, null)))
                .isFalse();
    }

    @Test
    void aLaterAnswerCancelsTheNursingHome() {
        Story lives = aged(70).answer(HOUSING, "2019-06-01", "2019-06-01", NURSING_HOME);
        Story left = aged(70).answer(HOUSING, "2025-06-01", "2025-06-01", NURSING_HOME)
                .answer(HOUSING, "2025-06-02", "2025-06-02", OWN_HOME);
        Story moves = aged(70).answer(HOUSING, "2026-01-01", "2026-01-01", NURSING_HOME);

        assertThat(excluded(lives)).isTrue();
        assertThat(excluded(left)).isFalse();
        assertThat(excluded(moves)).isFalse();
    }

    @Test
    void ninetyDaysInLongTermCareAreNotMoreThanNinety() {
        // 1 January to 1 April: 91 dates, but a difference of 90 days.
        assertThat(excluded(aged(70).claim(longTermCare("n1", "2025-01-01", "2025-04-01"))))
                .isFalse();
        assertThat(excluded(aged(70).claim(longTermCare("n1", "2025-01-01", "2025-04-02"))))
                .isTrue();
    }

    @Test
    void daysOfLongTermCareBeforeThePeriodAreCutOff() {
        assertThat(excluded(aged(70).claim(longTermCare("n1", "2024-06-01", "2025-03-15"))))
                .isFalse();
    }

    @Test
    void staysOfLongTermCareJoinOverNoMoreThanOneNight() {
        assertThat(excluded(aged(70).claim(longTermCare("n1", "2025-01-01", "2025-02-15"))
                        .claim(longTermCare("n2", "2025-02-16", "2025-04-02"))))
                .isTrue();
        assertThat(excluded(aged(70).claim(longTermCare("n1", "2025-01-01", "2025-02-15"))
                        .claim(longTermCare("n2", "2025-02-17", "2025-04-03"))))
                .isFalse();
    }

    private static ClaimStory longTermCare(String id, String first, String last) {
        return new ClaimStory(id).spanningLine(first, last, "99309", "32");
    }

    @Test
    void whatTheProviderReportsExcludesEvenWhenDenied() {
        Story story =
                aged(60).claim(new ClaimStory("q").line("2025-07-01", "G9740").denied());

        assertThat(excluded(story)).isTrue();
        assertThat(Shipped.verdict("CMS165", story).reasons()).endsWith("hospice reported");
        assertThat(excluded("CMS122", story)).isFalse();
    }

    @Test
    void everyReasonIsNamedInTheOrderOfTheFile() {
        Story story = aged(70).claim("2025-05-01", "99504", "Z51.5")
                .condition("ICD10CM|G30.9", "2025-02-01")
                .encounter("h", "finished", "HH", "2025-05-01", "2025-05-02", "HCPCS|G9473");

        assertThat(Shipped.verdict("CMS165", story).reasons())
                .containsExactly(
                        "18 to 85 years old",
                        "qualifying outpatient encounter",
                        "hypertension",
                        "hospice services",
                        "palliative care",
                        "66 to 80 with advanced illness and frailty");
    }
}
