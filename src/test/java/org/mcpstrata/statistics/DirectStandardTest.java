package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mcpstrata.statistics.Printed.assertPrinted;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.statistics.DirectStandard.Band;
import org.mcpstrata.statistics.DirectStandard.EventBand;
import org.mcpstrata.statistics.DirectStandard.Standardised;

/** Expected values: stratification.md 4.6. */
class DirectStandardTest {
    private static Band band(double weight, long numerator, long denominator) {
        return new Band(weight, new Proportion(numerator, denominator));
    }

    private static final List<Band> A = List.of(band(.5, 30, 50), band(.3, 24, 30), band(.2, 9, 20));
    private static final List<Band> B = List.of(band(.5, 40, 80), band(.3, 54, 72), band(.2, 24, 48));

    @Test
    void bothGroupsAgreeWithThePrintedTable() {
        Standardised a = DirectStandard.proportion(A).orElseThrow();
        Standardised b = DirectStandard.proportion(B).orElseThrow();
        assertPrinted(a.value(), "0.6300000000");
        assertPrinted(a.variance(), "0.002175000000");
        assertPrinted(Math.sqrt(a.variance()), "0.04663689527");
        assertPrinted(a.effective(), "107.1724138");
        assertPrinted(a.interval().lo(), "0.5355777473");
        assertPrinted(a.interval().hi(), "0.7154253654");
        assertPrinted(b.value(), "0.5750000000");
        assertPrinted(b.variance(), "0.001223958333");
        assertPrinted(Math.sqrt(b.variance()), "0.03498511588");
        assertPrinted(b.effective(), "199.6595745");
        assertPrinted(b.interval().lo(), "0.5056501871");
        assertPrinted(b.interval().hi(), "0.6415182851");
    }

    @Test
    void theDifferenceHasTheLimitsOfMover() {
        Contrast difference = Mover.difference(
                DirectStandard.proportion(A).orElseThrow().measured(),
                DirectStandard.proportion(B).orElseThrow().measured());
        assertPrinted(difference.value(), "0.05500000000");
        assertPrinted(difference.interval().lo(), "-0.06049997427");
        assertPrinted(difference.interval().hi(), "0.1650313119");
        assertThat(difference.interval().method()).isEqualTo("MOVER_D");
    }

    @Test
    void aGroupMadeUpAsTheStandardIsKeepsItsCrudeRate() {
        // A's own mix is the standard.
        assertThat(DirectStandard.proportion(A).orElseThrow().value())
                .isCloseTo(new Proportion(63, 100).value(), within(1e-15));
        assertPrinted(new Proportion(118, 200).value(), "0.5900000000");
    }

    @Test
    void anEmptyBandIsNeverFilledFromTheOthers() {
        assertThat(DirectStandard.proportion(List.of(band(.9, 5, 10), band(.1, 0, 0))))
                .isEmpty();
        assertThat(DirectStandard.events(List.of(new EventBand(.9, 5, 10), new EventBand(.1, 0, 0))))
                .isEmpty();
    }

    @Test
    void eventRatesHaveDobsonsLimits() {
        Standardised rate = DirectStandard.events(
                        List.of(new EventBand(.5, 12, 400), new EventBand(.3, 18, 300), new EventBand(.2, 20, 200)))
                .orElseThrow();
        assertPrinted(1000 * rate.value(), "53.00000000");
        assertPrinted(rate.variance(), "0.00005675000000");
        assertPrinted(Byar.of(50).lo(), "37.10810041");
        assertPrinted(Byar.of(50).hi(), "65.92015669");
        assertPrinted(1000 * rate.interval().lo(), "39.26543702");
        assertPrinted(1000 * rate.interval().hi(), "69.96075844");
    }

    @Test
    void bandsOfAllOrNoneStillHaveAnInterval() {
        Standardised all = DirectStandard.proportion(List.of(band(.5, 10, 10), band(.5, 20, 20)))
                .orElseThrow();
        assertThat(all.value()).isEqualTo(1.0);
        assertThat(all.interval().lo()).isEqualTo(Wilson.of(30, 30).lo());
    }

    @Test
    void weightsThatMissOneByTheirLastDigitLeaveAllAtExactlyOne() {
        double tenth = .1;
        List<Band> tenths = Collections.nCopies(10, band(tenth, 3, 3));
        assertThat(tenth + tenth + tenth + tenth + tenth + tenth + tenth + tenth + tenth + tenth)
                .isNotEqualTo(1.0);
        Standardised all = DirectStandard.proportion(tenths).orElseThrow();
        assertThat(all.value()).isEqualTo(1.0);
        assertThat(all.interval().hi()).isEqualTo(1.0);
    }

    @Test
    void noEventsAreARateOfZeroWithoutAnInterval() {
        Standardised none =
                DirectStandard.events(List.of(new EventBand(1, 0, 100))).orElseThrow();
        assertThat(none.value()).isZero();
        assertThat(none.interval()).isNull();
    }

    @Test
    void weightsThatDoNotSumToOneAreADefect() {
        assertThatThrownBy(() -> DirectStandard.proportion(List.of(band(.5, 1, 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
