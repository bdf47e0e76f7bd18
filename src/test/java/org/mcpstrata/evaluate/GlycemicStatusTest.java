package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Evidence;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.model.Verdict.Sufficiency;

/** The numerator of CMS122: an inverse measure, in which everything unknown is poor control. */
class GlycemicStatusTest {
    private static final String A1C = "LOINC|4548-4";
    private static final String GMI = "LOINC|97506-0";

    private static Story diabetic() {
        return Story.born("1970-05-05").visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");
    }

    private static Verdict verdict(Story story) {
        return Shipped.verdict("CMS122", story);
    }

    private static boolean poor(Story story) {
        Verdict verdict = verdict(story);
        assertThat(verdict.performanceDenominator()).isTrue();
        return verdict.numerator();
    }

    @Test
    void exactlyNinePercentIsNotPoorControl() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.0"))).isFalse();
    }

    @Test
    void aHundredthAboveNinePercentIsPoorControlWithoutRounding() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.01"))).isTrue();
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.0000001"))).isTrue();
    }

    @Test
    void noTestAtAllIsPoorControl() {
        Verdict verdict = verdict(diabetic());

        assertThat(verdict.numerator()).isTrue();
        assertThat(verdict.reasons()).endsWith("no glycemic status recorded");
        assertThat(verdict.sufficiency()).isEqualTo(Sufficiency.NONE);
    }

    @Test
    void aTestWithoutResultIsPoorControl() {
        Verdict verdict = verdict(diabetic().lab(A1C, "2025-06-01", null));

        assertThat(verdict.numerator()).isTrue();
        assertThat(verdict.reasons()).endsWith("latest glycemic status has no result");
    }

    @Test
    void aMissingResultDecidesItsDayEvenBesideAValue() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "7.1").lab(A1C, "2025-06-01", null)))
                .isTrue();
    }

    @Test
    void aValueThatCannotBeOneDecidesNothingBesideAGoodOne() {
        Story sloppy = diabetic().lab(A1C, "2025-06-01", "7.0");
        assertThat(poor(sloppy.lab(A1C, "2025-06-01", "0.07"))).isFalse();
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "0.07")))
                .as("alone it is a test without a result")
                .isTrue();
    }

    @Test
    void aTextBesideABandLeavesTheDayToTheBand() {
        Story text = diabetic().labText(A1C, "2025-06-01", "see report");
        assertThat(poor(text)).isFalse();
        assertThat(poor(text.claim(new ClaimStory("band").line("2025-06-01", "3046F"))))
                .isTrue();
    }

    @Test
    void aMissingResultOfAnEarlierDayDoesNotMatter() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-02", "7.1").lab(A1C, "2025-06-01", null)))
                .isFalse();
    }

    @Test
    void theLowestResultOfTheDayDecides() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.4").lab(A1C, "2025-06-01", "8.8")))
                .isFalse();
    }

    @Test
    void aLaterWorseDayBeatsAnEarlierBetterOne() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "7.0").lab(A1C, "2025-06-02", "9.4")))
                .isTrue();
    }

    @Test
    void theGlucoseManagementIndicatorCountsLikeATest() {
        assertThat(poor(diabetic().lab(GMI, "2025-06-01", "8.2"))).isFalse();
        assertThat(poor(diabetic().lab(GMI, "2025-06-01", "9.2"))).isTrue();
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.5").lab(GMI, "2025-06-01", "8.9")))
                .isFalse();
    }

    @Test
    void resultsOfOtherYearsAreNotOfThisPeriod() {
        assertThat(poor(diabetic().lab(A1C, "2026-01-01", "7.0"))).isTrue();
        assertThat(poor(diabetic().lab(A1C, "2024-12-31", "7.0"))).isTrue();
        assertThat(poor(diabetic().lab(A1C, "2025-12-31", "7.0"))).isFalse();
        assertThat(poor(diabetic().lab(A1C, "2025-01-01", "7.0"))).isFalse();
    }

    @Test
    void millimolesAreConvertedBeforeTheComparison() {
        Verdict verdict = verdict(diabetic().lab(A1C, "2025-06-01", "75", "mmol/mol"));

        assertThat(verdict.numerator()).isTrue();
        Evidence deciding = verdict.evidence().get(verdict.evidence().size() - 1);
        assertThat(deciding.value()).isEqualTo("75");
        assertThat(deciding.unit()).isEqualTo("mmol/mol");
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "74", "mmol/mol"))).isFalse();
    }

    @Test
    void theLowestOfTheDayIsFoundAcrossUnits() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "9.4").lab(A1C, "2025-06-01", "60", "mmol/mol")))
                .isFalse();
    }

    @Test
    void aTextIsNeitherMissingNorAboveNine() {
        assertThat(poor(diabetic().labText(A1C, "2025-06-01", "see note"))).isFalse();
    }

    @Test
    void aNumberWithoutUnitIsRefusedAsAValue() {
        Verdict verdict = verdict(diabetic().lab(A1C, "2025-06-01", "7.0", null));

        assertThat(verdict.numerator()).isTrue();
        assertThat(verdict.reasons()).endsWith("latest glycemic status has no result");
    }

    @Test
    void aNumberThatCannotBeRealIsRefusedAsAValue() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "1.9"))).isTrue();
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "2"))).isFalse();
        assertThat(verdict(diabetic().lab(A1C, "2025-06-01", "95")).reasons())
                .endsWith("latest glycemic status has no result");
    }

    @Test
    void aNumberInAnotherUnitCannotBeCompared() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "12", "mg/dL"))).isFalse();
    }

    @Test
    void aComparatorProvesOnlyWhatTheWholeRangeProves() {
        assertThat(poor(diabetic().labWithComparator(A1C, "2025-06-01", ">", "14")))
                .isTrue();
        assertThat(poor(diabetic().labWithComparator(A1C, "2025-06-01", "<", "4")))
                .isFalse();
        assertThat(poor(diabetic().labWithComparator(A1C, "2025-06-01", ">", "9")))
                .isTrue();
        assertThat(verdict(diabetic().labWithComparator(A1C, "2025-06-01", ">=", "9"))
                        .reasons())
                .endsWith("latest glycemic status cannot be compared with 9 percent");
    }

    @Test
    void theLatestDateWinsAcrossPathsOfEvidence() {
        Story codeLater = diabetic().lab(A1C, "2025-06-01", "7.0").claim("2025-07-01", "3046F");
        Story labLater = diabetic().lab(A1C, "2025-08-01", "7.0").claim("2025-07-01", "3046F");

        assertThat(poor(codeLater)).isTrue();
        assertThat(verdict(codeLater).evidence()).last().satisfies(evidence -> {
            assertThat(evidence.path()).isEqualTo(Evidence.Path.CPT2);
            assertThat(evidence.code()).isEqualTo("CPT|3046F");
        });
        assertThat(poor(labLater)).isFalse();
    }

    @Test
    void aNumberBeatsACodeOfTheSameDayAndACodeBeatsAReport() {
        assertThat(poor(diabetic().lab(A1C, "2025-07-01", "9.4").claim("2025-07-01", "3044F")))
                .isTrue();
        assertThat(poor(diabetic().claim("2025-07-01", "3046F").claim("2025-07-01", "M1371")))
                .isTrue();
    }

    @Test
    void aDeniedQualityCodeCountsBecauseMedicareDeniesThemAll() {
        Story story = diabetic()
                .claim(new ClaimStory("q1").line("2025-07-01", "M1372").denied());

        assertThat(poor(story)).isFalse();
        assertThat(verdict(story).evidence()).last().satisfies(evidence -> assertThat(evidence.path())
                .isEqualTo(Evidence.Path.QDC));
    }

    @Test
    void aCodeForNotDocumentedNeverOverridesEvidence() {
        assertThat(poor(diabetic().lab(A1C, "2025-06-01", "7.0").claim("2025-09-01", "M1212")))
                .isFalse();
        assertThat(poor(diabetic().claim("2025-09-01", "M1212"))).isTrue();
    }

    @Test
    void aResultCodeWithAnExclusionModifierReportsNothing() {
        for (String modifier : new String[] {"1P", "2P", "3P", "8P"}) {
            Story story = diabetic().claim(new ClaimStory("q1").modifiedLine("2025-07-01", "3044F", modifier));
            assertThat(poor(story)).as(modifier).isTrue();
        }
    }

    @Test
    void aBilledTestWithoutResultIsPoorControlAndSaidToBeKnownInPart() {
        Verdict verdict = verdict(diabetic().claim("2025-06-01", "83036"));

        assertThat(verdict.numerator()).isTrue();
        assertThat(verdict.sufficiency()).isEqualTo(Sufficiency.PARTIAL);
    }

    @Test
    void theEvidenceNamesTheDeliveredLine() {
        Story story = diabetic().lab(A1C, "2025-06-01", "9.3");
        Evidence deciding = verdict(story).evidence().get(2);

        assertThat(deciding.definition()).isEqualTo("latest glycemic status is above 9 percent");
        assertThat(deciding.date()).hasToString("2025-06-01");
        assertThat(deciding.code()).isEqualTo(A1C);
        assertThat(deciding.value()).isEqualTo("9.3");
        assertThat(deciding.unit()).isEqualTo("%");
        assertThat(deciding.path()).isEqualTo(Evidence.Path.CLIN);
        assertThat(deciding.source().line()).isEqualTo(3);
    }
}
