package org.mcpstrata.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrollmentTest {
    private static final List<Integer> YEARS = List.of(2024, 2025);

    private static List<DayRange> covered(String... days) {
        List<DayRange> ranges = new ArrayList<>();
        for (int i = 0; i < days.length; i += 2) {
            ranges.add(new DayRange(LocalDate.parse(days[i]), LocalDate.parse(days[i + 1])));
        }
        return ranges;
    }

    @Test
    void gapOfFortyFiveDaysIsAllowedAndOfFortySixIsNot() {
        assertThat(Enrollment.continuous(covered("2024-01-01", "2025-03-31", "2025-05-16", "2025-12-31"), YEARS))
                .isTrue();
        assertThat(Enrollment.continuous(covered("2024-01-01", "2025-03-31", "2025-05-17", "2025-12-31"), YEARS))
                .isFalse();
    }

    @Test
    void twoShortGapsInOneYearBreakEnrollment() {
        List<DayRange> covered =
                covered("2024-01-01", "2025-02-28", "2025-03-10", "2025-06-30", "2025-07-10", "9999-12-31");

        assertThat(Enrollment.gapsInDays(covered, 2025)).containsExactly(9L, 9L);
        assertThat(Enrollment.continuous(covered, YEARS)).isFalse();
    }

    @Test
    void oneGapInEachYearIsAllowed() {
        assertThat(Enrollment.continuous(covered("2024-02-01", "2025-02-28", "2025-03-10", "9999-12-31"), YEARS))
                .isTrue();
    }

    @Test
    void daysBeforeTheFirstAndAfterTheLastCoverageAreGaps() {
        assertThat(Enrollment.gapsInDays(covered("2025-01-11", "2025-12-21"), 2025))
                .containsExactly(10L, 10L);
        assertThat(Enrollment.gapsInDays(List.of(), 2024)).containsExactly(366L);
    }

    @Test
    void gapOverTheYearsEndIsMeasuredInsideEachYear() {
        List<DayRange> covered = covered("2024-01-01", "2024-11-30", "2025-02-01", "9999-12-31");

        assertThat(Enrollment.gapsInDays(covered, 2024)).containsExactly(31L);
        assertThat(Enrollment.gapsInDays(covered, 2025)).containsExactly(31L);
        assertThat(Enrollment.continuous(covered, YEARS)).isTrue();
    }

    @Test
    void spansOfTwoPayersThatTouchLeaveNoGap() {
        assertThat(Enrollment.gapsInDays(covered("2025-07-01", "2025-12-31", "2025-01-01", "2025-06-30"), 2025))
                .isEmpty();
    }

    @Test
    void openCoverageEndsOnTheLastDayThereIsWithoutOverflow() {
        assertThat(DayRange.union(covered("2020-01-01", "9999-12-31", "2025-01-01", "9999-12-31")))
                .isEqualTo(covered("2020-01-01", "9999-12-31"));
        assertThat(Enrollment.gapsInDays(covered("2020-01-01", "9999-12-31"), 2025))
                .isEmpty();
    }

    @Test
    void unionNeverMakesADayBetweenSpans() {
        assertThat(DayRange.union(covered("2025-01-03", "2025-01-04", "2025-01-01", "2025-01-01")))
                .isEqualTo(covered("2025-01-01", "2025-01-01", "2025-01-03", "2025-01-04"));
    }

    @Test
    void fifteenthDecidesAboutAMemberMonth() {
        MeasurementPeriod period = new MeasurementPeriod(2025);

        assertThat(Enrollment.memberMonths(covered("2025-02-16", "2025-04-15", "2025-06-15", "2025-06-15"), period))
                .containsExactly(3, 4, 6);
    }

    @Test
    void monthCoveredByTwoPayersCountsOnce() {
        assertThat(Enrollment.memberMonths(
                        covered("2025-01-01", "2025-12-31", "2025-01-01", "2025-12-31"), new MeasurementPeriod(2025)))
                .hasSize(12);
    }
}
