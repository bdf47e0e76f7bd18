package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.statistics.DisparityIndices.Group;

/** Expected values: stratification.md 4.4. */
class DisparityIndicesTest {
    private static final int WHITE = 0;
    private static final int ASIAN = 2;

    private static Group group(long numerator, long denominator) {
        return new Group(denominator, new Proportion(numerator, denominator).value());
    }

    private static final DisparityIndices FIVE =
            new DisparityIndices(List.of(group(150, 180), group(45, 60), group(34, 40), group(56, 80), group(18, 30)));

    @Test
    void fiveGroupsAgreeWithThePrintedFigures() {
        assertPrinted(FIVE.rangeDifference(), "0.2500000000");
        assertThat(FIVE.rangeRatio()).isCloseTo(0.85 / 0.6, within(1e-15));
        assertPrinted(FIVE.betweenGroupVariance(), "0.005749506903");
        assertPrinted(Math.sqrt(FIVE.betweenGroupVariance()), "0.07582550299");
        assertPrinted(FIVE.disparityFrom(WHITE), "14.00000000");
        assertPrinted(FIVE.disparityFrom(ASIAN), "15.19607843");
        assertPrinted(FIVE.disparityFromOverall(), "10.56105611");
        assertPrinted(FIVE.meanDistanceFrom(ASIAN), "0.07307692308");
        assertPrinted(FIVE.theil(), "0.004928031071");
        assertPrinted(FIVE.meanLogDeviation(), "0.005120235560");
    }

    @Test
    void theFiveGroupsHaveThePrintedIntervals() {
        assertPrinted(Wilson.of(150, 180).lo(), "0.7720481340");
        assertPrinted(Wilson.of(150, 180).hi(), "0.8806882007");
        assertPrinted(Wilson.of(34, 40).lo(), "0.7092767563");
        assertPrinted(Wilson.of(34, 40).hi(), "0.9293881228");
        assertPrinted(Wilson.of(56, 80).lo(), "0.5923184608");
        assertPrinted(Wilson.of(56, 80).hi(), "0.7893542874");
        assertPrinted(Wilson.of(18, 30).lo(), "0.4232036025");
        assertPrinted(Wilson.of(18, 30).hi(), "0.7540937188");
    }

    @Test
    void equalGroupsAreNoDisparityByAnyIndex() {
        DisparityIndices equal = new DisparityIndices(List.of(group(5, 10), group(50, 100), group(1, 2)));
        assertThat(equal.rangeDifference()).isZero();
        assertThat(equal.rangeRatio()).isEqualTo(1.0);
        assertThat(equal.betweenGroupVariance()).isZero();
        assertThat(equal.disparityFrom(0)).isZero();
        assertThat(equal.disparityFromOverall()).isZero();
        assertThat(equal.theil()).isZero();
        assertThat(equal.meanLogDeviation()).isZero();
    }

    @Test
    void aGroupAtZeroLeavesNoRatioAndNoLogarithm() {
        DisparityIndices indices = new DisparityIndices(List.of(group(0, 10), group(5, 10)));
        assertThat(indices.rangeRatio()).isNull();
        assertThat(indices.meanLogDeviation()).isNull();
        assertThat(indices.disparityFrom(0)).isNull();
        assertThat(indices.theil()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void nobodyMeetingAnywhereIsNothingToDivideBy() {
        DisparityIndices none = new DisparityIndices(List.of(group(0, 10), group(0, 20)));
        assertThat(none.theil()).isNull();
        assertThat(none.disparityFromOverall()).isNull();
        assertThat(none.rangeDifference()).isZero();
    }
}
