package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/** Months from January of two years before the measurement period, by their 15th day. */
class MonthWindowTest {
    private static final MonthWindow WINDOW = new MonthWindow(new MeasurementPeriod(2025));
    private static final long ALL = (1L << 48) - 1;

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void middleOfTheMonthDecidesOnBothSides() {
        assertThat(WINDOW.covered(days("2023-01-15", "2023-02-14"))).isEqualTo(0b01);
        assertThat(WINDOW.covered(days("2023-01-16", "2023-02-15"))).isEqualTo(0b10);
        assertThat(WINDOW.covered(days("2023-01-16", "2023-02-14"))).isZero();
    }

    @Test
    void openSpanEndsWithTheWindowAndOneThatBeganLongAgoBeginsWithIt() {
        assertThat(WINDOW.covered(days("1990-06-20", "9999-12-31"))).isEqualTo(ALL);
        assertThat(WINDOW.touched(days("1990-06-20", "9999-12-31"))).isEqualTo(ALL);
    }

    @Test
    void spanOutsideTheWindowCoversNothingOfIt() {
        assertThat(WINDOW.covered(days("2020-01-01", "2022-12-31"))).isZero();
        assertThat(WINDOW.covered(days("2027-01-01", "2027-12-31"))).isZero();
        assertThat(WINDOW.touched(days("2027-01-01", "2027-12-31"))).isZero();
        assertThat(WINDOW.covered(days("2026-12-01", "2027-12-31"))).isEqualTo(1L << 47);
    }

    @Test
    void describedDayTouchesItsMonthHoweverFewTheyAre() {
        assertThat(WINDOW.touched(days("2023-02-28", "2023-03-01"))).isEqualTo(0b110);
        assertThat(WINDOW.bit(YearMonth.of(2025, 1))).isEqualTo(1L << 24);
    }
}
