package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Whether anything is found that only the numerator asks for, of people in the denominator. */
class NumeratorCodesTest {
    private static final String A1C = "LOINC|4548-4";

    private static Story diabetic() {
        return Story.born("1970-05-05").visit("2025-03-01", "CPT|99213").condition("ICD10CM|E11.9", "2020-01-01");
    }

    private static SortedMap<String, Boolean> codes(Story story) {
        return Shipped.EVALUATOR.judge(story.person(), story.rows()).numeratorCodes();
    }

    @Test
    void missingResultOfAnInverseMeasureIsNoCodeAlthoughTheNumeratorHolds() {
        assertThat(Shipped.verdict("CMS122", diabetic()).numerator()).isTrue();
        assertThat(codes(diabetic())).containsEntry("CMS122", false);
    }

    @Test
    void resultThatLeavesTheNumeratorFalseIsACodeAllTheSame() {
        Story controlled = diabetic().lab(A1C, "2025-06-01", "7.0");
        assertThat(Shipped.verdict("CMS122", controlled).numerator()).isFalse();
        assertThat(codes(controlled)).containsEntry("CMS122", true);
    }

    @Test
    void resultOfAnotherYearIsNotWhatTheNumeratorAsksFor() {
        assertThat(codes(diabetic().lab(A1C, "2024-06-01", "7.0"))).containsEntry("CMS122", false);
    }

    @Test
    void peopleOutsideTheDenominatorAndMeasuresWithoutANumeratorAreNotAsked() {
        assertThat(codes(Story.born("1970-05-05").lab(A1C, "2025-06-01", "7.0")))
                .doesNotContainKey("CMS122");
        assertThat(codes(diabetic())).doesNotContainKeys("EDU", "TPCC", "PCPCM");
    }
}
