package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every ratio and difference lies inside its own interval, and changing sides changes nothing but the sign. */
class RatioLimitsTest {
    @Test
    void theIntervalHoldsTheValueAndTurnsWithTheSides() {
        Random random = new Random(2025);
        for (int round = 0; round < 500; round++) {
            int n1 = 1 + random.nextInt(300);
            int n0 = 1 + random.nextInt(300);
            Proportion one = new Proportion(random.nextInt(n1 + 1), n1);
            Proportion other = new Proportion(random.nextInt(n0 + 1), n0);
            Contrast difference = Mover.newcombe(one, other);
            Contrast turned = Mover.newcombe(other, one);
            assertThat(difference.value())
                    .isBetween(
                            difference.interval().lo() - 1e-12,
                            difference.interval().hi() + 1e-12);
            assertThat(turned.interval().lo()).isCloseTo(-difference.interval().hi(), within(1e-12));
            assertThat(TwoGroupTest.of(one, other).p())
                    .isCloseTo(TwoGroupTest.of(other, one).p(), within(1e-9))
                    .isBetween(0.0, 1.0);
            Contrast ratio = RiskRatio.of(one, other);
            if (ratio.value() != null) {
                assertThat(ratio.value())
                        .isBetween(
                                ratio.interval().lo() - 1e-12, ratio.interval().hi() + 1e-12);
            }
        }
    }

    @Test
    void aDifferenceToAValueWithoutLimitsHasNone() {
        Measured sure = new Measured(2, new Interval(1, 3, "X"));
        Measured single = new Measured(1, null);
        assertThat(Mover.difference(sure, single)).isEqualTo(new Contrast(1.0, null));
        assertThat(Mover.ratio(sure, single)).isEqualTo(new Contrast(2.0, null));
        assertThat(Mover.ratio(sure, new Measured(0, null)).value()).isNull();
    }
}
