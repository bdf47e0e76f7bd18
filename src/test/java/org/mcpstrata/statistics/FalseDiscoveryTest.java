package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values: stratification.md 4.3 and 4.4. */
class FalseDiscoveryTest {
    private static final String[] PRINTED = {
        "0.01000000000", "0.04000000000", "0.08400000000", "0.08400000000", "0.08400000000",
        "0.1000000000", "0.1057142857", "0.2160000000", "0.2160000000", "0.2160000000"
    };
    private static final double[] P = {.001, .008, .039, .041, .042, .06, .074, .205, .212, .216};

    @Test
    void tenValuesAgreeWithThePrintedTable() {
        double[] q = FalseDiscovery.adjusted(P);
        for (int i = 0; i < q.length; i++) {
            assertPrinted(q[i], PRINTED[i]);
        }
    }

    @Test
    void theOrderInWhichValuesComeDoesNotMatter() {
        double[] reversed = new double[P.length];
        for (int i = 0; i < P.length; i++) {
            reversed[i] = P[P.length - 1 - i];
        }
        double[] q = FalseDiscovery.adjusted(reversed);
        for (int i = 0; i < q.length; i++) {
            assertPrinted(q[i], PRINTED[P.length - 1 - i]);
        }
    }

    @Test
    void theFamilyOfTheFiveGroupsAgreesWithThePrintedTable() {
        Proportion white = new Proportion(150, 180);
        double[] q = FalseDiscovery.adjusted(new double[] {
            TwoGroupTest.of(new Proportion(45, 60), white).p(),
            TwoGroupTest.of(new Proportion(34, 40), white).p(),
            TwoGroupTest.of(new Proportion(56, 80), white).p(),
            TwoGroupTest.of(new Proportion(18, 30), white).p()
        });
        assertPrinted(q[0], "0.2027707744");
        assertPrinted(q[1], "0.7966147406");
        assertPrinted(q[2], "0.02888130418");
        assertPrinted(q[3], "0.01238408220");
    }

    @Test
    void noQValueIsBelowItsPValueOrAboveOneAndEqualOnesAreShared() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            double[] p = random.doubles(1 + random.nextInt(40)).toArray();
            p[random.nextInt(p.length)] = p[0];
            double[] q = FalseDiscovery.adjusted(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(q[i]).isBetween(p[i], 1.0);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] < p[j] && q[i] > q[j]).isFalse();
                    assertThat(p[i] == p[j] && q[i] != q[j]).isFalse();
                }
            }
        }
    }

    @Test
    void aFamilyOfOneKeepsItsValueAndAnEmptyOneHasNone() {
        assertThat(FalseDiscovery.adjusted(new double[] {0.03})).containsExactly(0.03);
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> FalseDiscovery.adjusted(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
