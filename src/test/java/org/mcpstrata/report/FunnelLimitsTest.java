package org.mcpstrata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunnelLimitsTest {
    @Test
    void limitsOfAFairCoinAreThoseWorkedOutByHand() {
        // 10 throws: P(X <= 1) = 11/1024, P(X <= 2) = 56/1024; 0.025 lies 14.6/45 of the way from the former up.
        double expected = (2 - (56 / 1024.0 - 0.025) / (45 / 1024.0)) / 10;

        assertThat(new FunnelLimits(0.5).lower(10, 0.95)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aPracticeOfOnePersonIsNeverOutside() {
        FunnelLimits limits = new FunnelLimits(0.3);

        assertThat(limits.place(1, 0)).isEqualTo("WITHIN");
        assertThat(limits.place(1, 1)).isEqualTo("WITHIN");
    }

    @Test
    void aRateFarFromTheProgramsLiesBeyondBothLimits() {
        FunnelLimits limits = new FunnelLimits(0.3);

        assertThat(limits.place(400, 0.3)).isEqualTo("WITHIN");
        assertThat(limits.place(400, 0.355)).isEqualTo("BEYOND_95");
        assertThat(limits.place(400, 0.2)).isEqualTo("BEYOND_998");
    }

    @Test
    void limitsHoldTheCentreAndStayBetweenNobodyAndEverybody() {
        for (double centre : new double[] {0, 0.01, 0.5, 0.99, 1}) {
            FunnelLimits limits = new FunnelLimits(centre);
            for (long people : new long[] {1, 2, 29, 1000, 200_000}) {
                for (double probability : new double[] {FunnelLimits.WARNING, FunnelLimits.ALARM}) {
                    assertThat(limits.lower(people, probability)).isBetween(0.0, centre);
                    assertThat(limits.upper(people, probability)).isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void aCentreThatIsNoRateIsRefused() {
        assertThatThrownBy(() -> new FunnelLimits(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
