package org.mcpstrata.stratify.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpstrata.stratify.CountedCrowd.STRATIFIERS;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemException;

class ComparisonRuleTest {
    private static ComparisonRule rule(Map<String, String> references) {
        return ComparisonRule.of(references, 80, STRATIFIERS, stratifier -> Place.of("program.yaml"));
    }

    @Test
    void referenceGroupsThatDoNotExistAreAllNamedAtOnce() {
        assertThatThrownBy(
                        () -> rule(Map.of("shoe_size", "XL", "sex", "UNKNOWN", "dual", "NONE", "language", "ENGLISH")))
                .isInstanceOfSatisfying(ProblemException.class, problems -> assertThat(problems.problems())
                        .hasSize(3)
                        .allSatisfy(problem -> assertThat(problem.place()).isEqualTo(Place.of("program.yaml"))));
    }

    @Test
    void theReferenceOfACrossingIsThatOfBothItsSides() {
        ComparisonRule both = rule(Map.of("race_eth_2024", "WHITE", "sex", "M"));
        assertThat(both.reference(STRATIFIERS.stratifier("race_eth_2024_x_sex")))
                .hasValue("WHITE:M");
        assertThat(both.reference(STRATIFIERS.stratifier("race_eth_2024_x_dual")))
                .isEmpty();
        assertThat(both.reference(STRATIFIERS.stratifier("age_band"))).isEmpty();
    }

    @Test
    void completenessBelowTheThresholdIsNotEnough() {
        ComparisonRule rule = rule(Map.of());
        assertThat(rule.isComplete(80.0)).isTrue();
        assertThat(rule.isComplete(79.999)).isFalse();
        assertThat(rule.isComplete(null)).isFalse();
    }
}
