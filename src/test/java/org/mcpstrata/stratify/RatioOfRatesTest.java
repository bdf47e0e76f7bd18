package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.MeasureInfo.Improvement;
import org.mcpstrata.statistics.Byar;
import org.mcpstrata.statistics.Interval;

class RatioOfRatesTest {
    private static Estimate ratio(double visits, double expected) {
        Interval limits = Byar.of(visits);
        return new Estimate(
                visits / expected, new Interval(limits.lo() / expected, limits.hi() / expected, limits.method()));
    }

    @Test
    void theLimitsAreThoseOfMoverWorkedOutByHand() {
        // 40 visits over 50 expected after 60 over 50: 0.8 / 1.2, limits by the formula of Donner and Zou.
        Estimate found = RatioOfRates.of(ratio(40, 50), ratio(60, 50)).orElseThrow();
        assertThat(found.value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(found.interval().lo()).isCloseTo(0.4383644068097451, within(1e-9));
        assertThat(found.interval().hi()).isCloseTo(1.0056994235270107, within(1e-9));
    }

    @Test
    void fewVisitsBeforeKeepAnIntervalThoughTheirUpperLimitIsMoreThanTwice() {
        Estimate found = RatioOfRates.of(ratio(5, 10), ratio(2, 10)).orElseThrow();
        assertThat(found.value()).isCloseTo(2.5, within(1e-12));
        assertThat(found.interval().lo()).isCloseTo(0.4452818912095136, within(1e-9));
        assertThat(found.interval().hi()).isCloseTo(24.519738885853172, within(1e-9));
    }

    @Test
    void noVisitsNowAreAnImprovementOfAllAndNoVisitsBeforeAreNothingToCompareWith() {
        Optional<Estimate> all =
                Estimate.improvement(Improvement.LOWER, Optional.of(ratio(0, 10)), Optional.of(ratio(20, 10)));
        assertThat(all.orElseThrow().value()).isEqualTo(1.0);
        assertThat(all.orElseThrow().interval().hi()).isEqualTo(1.0);
        assertThat(all.orElseThrow().interval().lo()).isLessThan(1.0);
        assertThat(Estimate.improvement(Improvement.LOWER, Optional.of(ratio(20, 10)), Optional.of(ratio(0, 10))))
                .isEmpty();
    }

    @Test
    void aYearWithoutAValueIsNoImprovementOfZero() {
        assertThat(Estimate.improvement(Improvement.LOWER, Optional.of(ratio(5, 10)), Optional.empty()))
                .isEmpty();
        assertThat(Estimate.improvement(Improvement.LOWER, Optional.empty(), Optional.of(ratio(5, 10))))
                .isEmpty();
    }

    @Test
    void aboveZeroIsBetterWhicheverDirectionIs() {
        Estimate fewer = Estimate.improvement(Improvement.LOWER, Optional.of(ratio(40, 50)), Optional.of(ratio(60, 50)))
                .orElseThrow();
        Estimate more = Estimate.improvement(Improvement.HIGHER, Optional.of(ratio(40, 50)), Optional.of(ratio(60, 50)))
                .orElseThrow();
        assertThat(fewer.value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(more.value()).isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(fewer.interval().lo())
                .isLessThan(fewer.value())
                .isCloseTo(-more.interval().hi(), within(1e-12));
    }

    @Test
    void aYearWithoutAnIntervalLeavesTheChangeWithoutOne() {
        Estimate found = RatioOfRates.of(new Estimate(0.5, null), ratio(5, 10)).orElseThrow();
        assertThat(found.interval()).isNull();
    }
}
