package org.mcpstrata.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnrollmentTest {
    private static List<DayRange> covered(String... days) {
        List<DayRange> ranges = new ArrayList<>();
        for (int i = 0; i < days.length; i += 2) {
            ranges.add(new DayRange(LocalDate.parse(days[i]), LocalDate.parse(days[i + 1])));
        }
        return ranges;
    }

    @Test
    void openCoverageEndsOnTheLastDayThereIsWithoutOverflow() {
        assertThat(DayRange.union(covered("2020-01-01", "9999-12-31", "2025-01-01", "9999-12-31")))
                .isEqualTo(covered("2020-01-01", "9999-12-31"));
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
