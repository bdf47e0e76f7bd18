package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Reliability;

class EstimateTest {
    private static final Tally.Answer KNOWN = new Tally.Answer(true, false, false, false);

    private static Counts count(List<Verdict> verdicts) {
        Tally tally = new Tally();
        verdicts.forEach(verdict -> tally.add(Weighed.of(verdict, Weighed.NO_RISK, null), KNOWN));
        return tally.counts();
    }

    private static Verdict seen(MeasureInfo measure, String observation, String exposure) {
        return StoryPeople.observed(measure, observation, exposure);
    }

    @Test
    void aRateOfNobodyIsAbsentAndNotZero() {
        for (Scoring scoring : Scoring.values()) {
            assertThat(
                            scoring == Scoring.RATIO
                                    ? Estimate.observedToExpected(Counts.ZERO, BigDecimal.ZERO)
                                    : Estimate.of(scoring, Counts.ZERO))
                    .as(scoring.name())
                    .isEmpty();
        }
    }

    @Test
    void visitsArePerThousandMemberMonthsWithByarLimits() {
        Counts counts = count(List.of(seen(StoryPeople.VISITS, "20", "600"), seen(StoryPeople.VISITS, "30", "400")));
        Estimate estimate = Estimate.of(Scoring.RATE, counts).orElseThrow();
        assertThat(estimate.value()).isEqualTo(50.0);
        assertThat(estimate.interval().lo()).isCloseTo(37.10810041, within(4e-8));
        assertThat(estimate.interval().hi()).isCloseTo(65.92015669, within(7e-8));
        assertThat(estimate.interval().method()).isEqualTo("BYAR");
    }

    @Test
    void theMeanOfResponsesHasItsUsualStandardError() {
        // 1, 2, 4, 4, 4: mean 3, squared deviations 8, standard error sqrt(8 / 4 / 5).
        Counts counts = count(List.of(
                seen(StoryPeople.COST, "1", null),
                seen(StoryPeople.COST, "2", null),
                seen(StoryPeople.COST, "4", null),
                seen(StoryPeople.COST, "4", null),
                seen(StoryPeople.COST, "4", null)));
        Estimate estimate = Estimate.of(Scoring.CONTINUOUS, counts).orElseThrow();
        assertThat(estimate.value()).isEqualTo(3.0);
        assertThat(estimate.interval().width()).isCloseTo(2 * Interval.Z * Math.sqrt(0.4), within(1e-12));
    }

    @Test
    void costPerMonthWeighsPeopleByTheirMonths() {
        // 1200 over 12 months and 500 over 2: 1700/14 a month; linearised residuals are equal and opposite.
        Counts counts = count(List.of(seen(StoryPeople.COST, "1200", "12"), seen(StoryPeople.COST, "500", "2")));
        Estimate estimate = Estimate.of(Scoring.CONTINUOUS, counts).orElseThrow();
        double mean = 1700.0 / 14;
        double residual = 500 - mean * 2;
        assertThat(estimate.value()).isCloseTo(mean, within(1e-12));
        assertThat(estimate.interval().hi() - mean)
                .isCloseTo(Interval.Z * Math.sqrt(2 * 2 * residual * residual) / 14, within(1e-9));
    }

    @Test
    void largeEqualSumsDoNotLoseTheirVarianceToRounding() {
        Counts counts = count(List.of(
                seen(StoryPeople.COST, "10000000000.01", null), seen(StoryPeople.COST, "10000000000.03", null)));
        Estimate estimate = Estimate.of(Scoring.CONTINUOUS, counts).orElseThrow();
        assertThat(estimate.interval().width()).isCloseTo(2 * Interval.Z * 0.01, within(1e-5));
    }

    @Test
    void oneResponseHasAMeanAndNoInterval() {
        Estimate estimate = Estimate.of(Scoring.CONTINUOUS, count(List.of(seen(StoryPeople.COST, "3.5", null))))
                .orElseThrow();
        assertThat(estimate.value()).isEqualTo(3.5);
        assertThat(estimate.interval()).isNull();
        assertThat(estimate.reliability(false, 1)).isEqualTo(Reliability.C);
    }

    @Test
    void excludedPeopleDoNotAddTheirVisits() {
        Verdict counted = seen(StoryPeople.VISITS, "1", "12");
        Verdict excluded = new Verdict(
                counted.measureId(),
                counted.rateId(),
                true,
                true,
                true,
                false,
                false,
                counted.observation(),
                counted.exposure(),
                Map.of(),
                null,
                List.of(),
                List.of(),
                counted.sufficiency());
        Counts counts = count(List.of(counted, excluded));
        assertThat(counts.amounts().observationSum()).isEqualByComparingTo("1");
        assertThat(counts.amounts().exposureSum()).isEqualByComparingTo("12");
        assertThat(counts.populations().denominator()).isEqualTo(2);
        assertThat(counts.populations().performanceDenominator()).isEqualTo(1);
    }

    @Test
    void observedOverExpectedHasByarsLimitsOfWhatWasObserved() {
        // 50 visits where 40 are expected; Byar's limits of 50 are 37.10810041 and 65.92015669.
        Estimate estimate = Estimate.observedToExpected(
                        count(List.of(seen(StoryPeople.VISITS, "50", "12"))), new BigDecimal("40"))
                .orElseThrow();
        assertThat(estimate.value()).isCloseTo(1.25, within(1e-12));
        assertThat(estimate.interval().lo()).isCloseTo(37.10810041 / 40, within(1e-9));
        assertThat(estimate.interval().hi()).isCloseTo(65.92015669 / 40, within(1e-9));
        assertThat(estimate.interval().method()).isEqualTo("BYAR");
    }

    @Test
    void nothingExpectedIsNoRatio() {
        Counts counts = count(List.of(seen(StoryPeople.VISITS, "1", "12")));
        assertThat(Estimate.observedToExpected(counts, new BigDecimal("0.000000")))
                .isEmpty();
    }
}
