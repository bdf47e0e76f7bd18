package org.mcpstrata.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: tables of stratification.md 4.1, 4.6 and 4.7, computed independently to ten digits. */
class IntervalOracleTest {
    /** Ten significant digits are printed, so a value is known to half a unit of its tenth digit. */
    private static Offset<Double> printed(double expected) {
        return within(Math.max(1e-12, Math.abs(expected) * 1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2552885199, 0.3662095770",
        "15, 148, 0.06238639953, 0.1604872417",
        "45, 60, 0.6276792992, 0.8422347747",
        "58, 64, 0.8101712040, 0.9563217474",
        "8, 10, 0.4901624715, 0.9433178485",
        "1, 29, 0.006113214293, 0.1717552188",
        "0, 20, 0, 0.1611251581",
        "20, 20, 0.8388748419, 1"
    })
    void wilsonAgreesWithThePrintedTable(long numerator, long denominator, double lo, double hi) {
        Interval interval = Wilson.of(numerator, denominator);
        assertThat(interval.lo()).isCloseTo(lo, printed(lo));
        assertThat(interval.hi()).isCloseTo(hi, printed(hi));
    }

    @Test
    void noneAndAllGiveExactEnds() {
        for (long n : new long[] {1, 3, 7, 20, 1_000_003}) {
            assertThat(Wilson.of(0, n).lo()).isZero();
            assertThat(Wilson.of(n, n).hi()).isEqualTo(1.0);
        }
    }

    @Test
    void wilsonTakesAnEffectiveNumberOfPeopleThatIsNotWhole() {
        Interval interval = Wilson.of(0.63, 107.1724138);
        assertThat(interval.lo()).isCloseTo(0.5355777473, within(1e-9));
        assertThat(interval.hi()).isCloseTo(0.7154253654, within(1e-9));
    }

    @Test
    void wilsonLimitsGrowWithTheNumeratorAndHoldTheRate() {
        for (int x = 0; x < 50; x++) {
            Interval here = Wilson.of(x, 50);
            Interval next = Wilson.of(x + 1, 50);
            assertThat(here.lo()).isLessThan(next.lo()).isLessThanOrEqualTo(x / 50.0);
            assertThat(here.hi()).isLessThan(next.hi()).isGreaterThanOrEqualTo(x / 50.0);
        }
    }

    @Test
    void nobodyHasNoInterval() {
        assertThatThrownBy(() -> Wilson.of(0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void byarLimitsOfFiftyEventsAgreeWithTheOracle() {
        assertThat(Byar.of(50).lo()).isCloseTo(37.10810041, within(4e-8));
        assertThat(Byar.of(50).hi()).isCloseTo(65.92015669, within(7e-8));
    }

    @Test
    void noEventsGiveALowerLimitOfExactlyZero() {
        assertThat(Byar.of(0).lo()).isZero();
        assertThat(Byar.of(0).hi()).isBetween(3.0, 4.0);
        assertThat(Byar.of(0.01).lo()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"100, 0.20, A", "99, 0.20, B", "100, 0.2000001, B", "30, 0.30, B", "29, 0.05, C", "500, 0.31, C"})
    void reliabilityNeedsPeopleAndANarrowInterval(long people, double width, Reliability grade) {
        assertThat(Reliability.of(people, width)).isEqualTo(grade);
    }
}
