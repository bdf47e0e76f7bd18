package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

class DescribedMonthsTest {
    private static final MeasurementPeriod YEAR = new MeasurementPeriod(2025);

    private static Share missing(LocalDate known, String... described) {
        List<DayRange> ranges = Arrays.stream(described)
                .map(range -> range.split("/"))
                .map(range -> new DayRange(LocalDate.parse(range[0]), LocalDate.parse(range[1])))
                .toList();
        return new DescribedMonths(YEAR, known).missing(ranges);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-01/2025-12-31, 0",
        "2024-01-01/2025-12-30, 1",
        "2025-01-02/2026-03-31, 1",
        "2024-01-01/2025-06-30, 6",
        "2024-01-01/2024-12-31, 12",
    })
    void monthCountsWhenEveryDayOfItIsDescribed(String described, long bad) {
        assertThat(missing(LocalDate.MAX, described)).isEqualTo(new Share(12, bad));
    }

    @Test
    void dropsThatTouchDescribeAMonthTogetherAndAGapBetweenThemShows() {
        assertThat(missing(LocalDate.MAX, "2025-01-01/2025-04-14", "2025-04-15/2025-12-31"))
                .isEqualTo(new Share(12, 0));
        assertThat(missing(LocalDate.MAX, "2025-04-16/2025-12-31", "2025-01-01/2025-04-14"))
                .isEqualTo(new Share(12, 1));
    }

    @Test
    void nothingIsKnownOfTheMonthsAfterTheCutOff() {
        assertThat(missing(LocalDate.of(2025, 9, 30), "2024-01-01/2026-01-31")).isEqualTo(new Share(12, 3));
        assertThat(missing(LocalDate.of(2023, 12, 31), "2024-01-01/2026-01-31")).isEqualTo(new Share(12, 12));
    }

    @Test
    void payerWithoutClaimsIsNotAsked() {
        assertThat(missing(LocalDate.MAX)).isEqualTo(Share.NONE);
    }
}
