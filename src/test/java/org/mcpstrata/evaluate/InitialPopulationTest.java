package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.Verdict;

/** Who is in: age, qualifying visit and diagnosis, on the clinical and the claims path. */
class InitialPopulationTest {
    private static boolean diabetic(Story story) {
        return Shipped.verdict("CMS122", story).initialPopulation();
    }

    private static Story withDiabetes() {
        return Story.born("1970-05-05").condition("ICD10CM|E11.9", "2020-01-01");
    }

    private static Story withVisit() {
        return Story.born("1970-05-05").visit("2025-03-01", "CPT|99213");
    }

    @ParameterizedTest
    @CsvSource({"2007-12-31, true", "2008-01-01, false", "1949-01-01, false", "1949-12-31, false", "1950-01-01, true"})
    void ageIsTakenOnTheLastDayOfThePeriod(String birth, boolean in) {
        Story story = Story.born(birth).visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");

        assertThat(diabetic(story)).isEqualTo(in);
    }

    @Test
    void aLeaplingTurnsEighteenInACommonYear() {
        Story leapling =
                Story.born("2008-02-29").visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");
        Story yearOlder =
                Story.born("2004-02-29").visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");

        assertThat(diabetic(leapling)).isFalse();
        assertThat(diabetic(yearOlder)).isTrue();
    }

    @Test
    void withoutBirthDateNobodyIsInAnyPopulation() {
        Story story = Story.born(null).visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");

        assertThat(Shipped.EVALUATOR.evaluate(story.person(), story.rows())).noneMatch(Verdict::initialPopulation);
    }

    @Test
    void everyMeasureAndRateHasAVerdictForAPersonWithoutAnyRow() {
        Story nobody = Story.born("1970-05-05");

        assertThat(Shipped.EVALUATOR.evaluate(nobody.person(), nobody.rows()))
                .extracting(verdict -> verdict.measureId() + "/" + verdict.rateId())
                .containsExactly(
                        "CMS122/overall",
                        "CMS130/overall",
                        "CMS130/age 46-49",
                        "CMS130/age 50-75",
                        "CMS159/overall",
                        "CMS159/age 12-17",
                        "CMS159/age 18 or older",
                        "CMS165/overall",
                        "CMS2/overall",
                        "EDU/with outliers",
                        "EDU/without outliers",
                        "PCPCM/score 1-4",
                        "PCPCM/score 0-100",
                        "Q487/overall",
                        "TPCC/allowed amounts");
    }

    @Test
    void aVisitMustLieWhollyInThePeriod() {
        assertThat(diabetic(withDiabetes().encounter("v", "finished", "AMB", "2025-12-31", "2025-12-31", "CPT|99213")))
                .isTrue();
        assertThat(diabetic(withDiabetes().encounter("v", "finished", "AMB", "2025-12-31", "2026-01-01", "CPT|99213")))
                .isFalse();
        assertThat(diabetic(withDiabetes().encounter("v", "finished", "AMB", "2024-12-31", "2025-01-01", "CPT|99213")))
                .isFalse();
    }

    @Test
    void aVisitWithoutAnEndNeverQualifies() {
        assertThat(diabetic(withDiabetes().encounter("v", "finished", "AMB", "2025-03-01", null, "CPT|99213")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"finished, true", "arrived, true", "in-progress, true", "planned, false", "cancelled, false"})
    void theYearSaysWhichVisitStatusesCount(String status, boolean in) {
        assertThat(diabetic(withDiabetes().encounter("v", status, "AMB", "2025-03-01", "2025-03-01", "CPT|99213")))
                .isEqualTo(in);
    }

    @Test
    void theShortestOfficeCodeDoesNotQualify() {
        assertThat(diabetic(withDiabetes().visit("2025-03-01", "CPT|99211"))).isFalse();
        assertThat(diabetic(withDiabetes().claim("2025-03-01", "99211"))).isFalse();
        assertThat(diabetic(withDiabetes().claim("2025-03-01", "99212"))).isTrue();
    }

    @Test
    void aDeniedVisitDoesNotCount() {
        assertThat(diabetic(withDiabetes()
                        .claim(new ClaimStory("c").line("2025-03-01", "99213").denied())))
                .isFalse();
        assertThat(diabetic(withDiabetes()
                        .claim(new ClaimStory("c")
                                .deniedLine("2025-03-01", "99213")
                                .line("2025-03-01", "80053"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"11, true", "21, false", "23, false", "22, true"})
    void anOfficeCodeBilledFromAHospitalBedIsAnErrorOfTheClaim(String place, boolean in) {
        assertThat(diabetic(withDiabetes().claim(new ClaimStory("c").line("2025-03-01", "99213", place))))
                .isEqualTo(in);
    }

    @Test
    void anActiveConditionWithoutAnEndLasts() {
        assertThat(diabetic(withVisit().condition("c", "ICD10CM|E11.9", "active", "confirmed", "1990-01-01", null)))
                .isTrue();
    }

    @Test
    void ofAnInactiveConditionWithoutAnEndNothingIsKnown() {
        assertThat(diabetic(withVisit().condition("c", "ICD10CM|E11.9", "resolved", "confirmed", "2025-03-01", null)))
                .isFalse();
    }

    @Test
    void aResolvedConditionCountsOnTheDaysItLasted() {
        assertThat(diabetic(withVisit()
                        .condition("c", "ICD10CM|E11.9", "resolved", "confirmed", "2020-01-01", "2025-01-01")))
                .isTrue();
        assertThat(diabetic(withVisit()
                        .condition("c", "ICD10CM|E11.9", "resolved", "confirmed", "2020-01-01", "2024-12-31")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"confirmed, true", "refuted, true", "NULL, true", "entered-in-error, false"},
            nullValues = "NULL")
    void theTextOf2025HasNoFilterOnVerificationButErrorsNeverWere(String verification, boolean in) {
        assertThat(diabetic(withVisit().condition("c", "ICD10CM|E11.9", "active", verification, "2020-01-01", null)))
                .isEqualTo(in);
    }

    @Test
    void aChronicDiagnosisOfAnOldClaimLasts() {
        assertThat(diabetic(withVisit().claim("2019-03-01", "99213", "E11.9"))).isTrue();
        assertThat(diabetic(withVisit().claim("2026-01-01", "99213", "E11.9"))).isFalse();
    }

    @Test
    void aDiagnosisOfADeniedClaimIsNone() {
        assertThat(diabetic(withVisit()
                        .claim(new ClaimStory("c")
                                .line("2025-04-01", "99213")
                                .diagnoses("E11.9")
                                .denied())))
                .isFalse();
        assertThat(diabetic(withVisit()
                        .claim(new ClaimStory("c")
                                .deniedLine("2025-04-01", "99213")
                                .diagnoses("E11.9"))))
                .isFalse();
    }

    @Test
    void aLaboratoryOrEquipmentClaimEstablishesNoDiagnosis() {
        assertThat(diabetic(withVisit()
                        .claim(new ClaimStory("c")
                                .line("2025-04-01", "83036", "81")
                                .diagnoses("E11.9"))))
                .isFalse();
        assertThat(diabetic(withVisit()
                        .claim(new ClaimStory("c")
                                .line("2025-04-01", "83036", "81")
                                .line("2025-04-01", "99213", "11")
                                .diagnoses("E11.9"))))
                .isTrue();
        assertThat(diabetic(withVisit()
                        .claim(new ClaimStory("c")
                                .equipment()
                                .line("2025-04-01", "E0601", "12")
                                .diagnoses("E11.9"))))
                .isFalse();
    }

    @Test
    void claimsOfHypertensionAreLookedForFromTheYearBeforeToTheEndOfJune() {
        for (String[] expected : new String[][] {
            {"2023-12-31", "false"}, {"2024-01-01", "true"}, {"2025-06-30", "true"}, {"2025-07-01", "false"}
        }) {
            Story story = withVisit().claim(expected[0], "99213", "I10");
            assertThat(Shipped.verdict("CMS165", story).initialPopulation())
                    .as(expected[0])
                    .isEqualTo(Boolean.parseBoolean(expected[1]));
        }
    }
}
