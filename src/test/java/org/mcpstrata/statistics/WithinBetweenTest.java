package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mcpstrata.statistics.WithinBetween.Place;

/** Expected values: stratification.md 4.5. */
class WithinBetweenTest {
    private static Place place(long x1, long n1, long x0, long n0) {
        return new Place(new Proportion(x1, n1), new Proportion(x0, n0));
    }

    private static final List<Place> THREE =
            List.of(place(30, 60, 80, 100), place(12, 20, 90, 120), place(45, 90, 24, 40));

    @Test
    void threePracticesAgreeWithThePrintedFigures() {
        WithinBetween split = WithinBetween.of(THREE);
        assertPrinted(new Proportion(87, 170).value(), "0.5117647059");
        assertPrinted(new Proportion(194, 260).value(), "0.7461538462");
        assertPrinted(split.within() + split.between(), "-0.2343891403");
        assertPrinted(split.within(), "-0.1882352941");
        assertPrinted(split.between(), "-0.04615384615");
        assertPrinted(MantelHaenszel.of(THREE).orElseThrow().difference(), "-0.2015015015");
        assertThat(MantelHaenszel.of(THREE).orElseThrow().places()).isEqualTo(3);
        assertThat(THREE)
                .extracting(at -> Mover.newcombe(at.one(), at.other()).value())
                .satisfiesExactly(
                        gap -> assertPrinted(gap, "-0.3000000000"),
                        gap -> assertPrinted(gap, "-0.1500000000"),
                        gap -> assertPrinted(gap, "-0.1000000000"));
    }

    @Test
    void withinAndBetweenSumToTheGapWhoeverGoesWhere() {
        Random random = new Random(815);
        for (int round = 0; round < 300; round++) {
            List<Place> places = new ArrayList<>();
            places.add(place(1, 3, 2, 4));
            long[] all = {1, 3, 2, 4};
            for (int i = random.nextInt(30); i > 0; i--) {
                int n1 = random.nextInt(40);
                int n0 = random.nextInt(3) == 0 ? 0 : random.nextInt(400);
                int x1 = n1 == 0 ? 0 : random.nextInt(n1 + 1);
                int x0 = n0 == 0 ? 0 : random.nextInt(n0 + 1);
                places.add(place(x1, n1, x0, n0));
                all[0] += x1;
                all[1] += n1;
                all[2] += x0;
                all[3] += n0;
            }
            double gap = new Proportion(all[0], all[1]).value() - new Proportion(all[2], all[3]).value();
            WithinBetween split = WithinBetween.of(places);
            assertThat(split.within() + split.between()).isCloseTo(gap, within(1e-12));
        }
    }

    @Test
    void groupsThatNeverMeetDifferBetweenPracticesOnly() {
        WithinBetween split = WithinBetween.of(List.of(place(10, 20, 0, 0), place(0, 0, 30, 40)));
        assertThat(split.within()).isZero();
        assertThat(split.between()).isCloseTo(-0.25, within(1e-15));
    }

    @Test
    void practicesWithTooFewOfEitherGroupDoNotWeigh() {
        assertThat(MantelHaenszel.isEligible(place(1, 12, 1, 13))).isTrue();
        assertThat(MantelHaenszel.isEligible(place(1, 12, 1, 12))).isFalse();
        assertThat(MantelHaenszel.isEligible(place(1, 11, 1, 100))).isFalse();
        assertThat(MantelHaenszel.isEligible(place(1, 100, 1, 11))).isFalse();
        assertThat(MantelHaenszel.of(List.of(place(1, 11, 1, 100)))).isEmpty();
        assertThat(MantelHaenszel.of(List.of(place(5, 20, 10, 20), place(5, 5, 0, 100)))
                        .orElseThrow()
                        .difference())
                .isCloseTo(-0.25, within(1e-15));
    }

    @Test
    void aGroupOfNobodyHasNoGap() {
        assertThatThrownBy(() -> WithinBetween.of(List.of(place(1, 2, 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
