package org.mcpstrata.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayRangeTest {
    private static final DayRange MARCH = days("2025-03-01", "2025-03-31");

    private static DayRange days(String start, String end) {
        return new DayRange(LocalDate.parse(start), LocalDate.parse(end));
    }

    @Test
    void rangesThatShareOneDayMeetInThatDay() {
        assertThat(MARCH.intersection(days("2025-03-31", "2025-04-30"))).contains(days("2025-03-31", "2025-03-31"));
        assertThat(days("2025-03-31", "2025-04-30").intersection(MARCH)).contains(days("2025-03-31", "2025-03-31"));
    }

    @Test
    void aRangeInsideAnotherIsWhatBothHold() {
        assertThat(MARCH.intersection(days("2025-03-10", "2025-03-12"))).contains(days("2025-03-10", "2025-03-12"));
        assertThat(days("2025-03-10", "2025-03-12").intersection(MARCH)).contains(days("2025-03-10", "2025-03-12"));
    }

    @Test
    void rangesThatOnlyTouchHoldNoDayTogether() {
        assertThat(MARCH.intersection(days("2025-04-01", "2025-04-30"))).isEmpty();
    }

    @Test
    void bothEndsOfARangeAreCounted() {
        assertThat(MARCH.days()).isEqualTo(31);
        assertThat(days("2025-03-01", "2025-03-01").days()).isOne();
    }

    @Test
    void aSpanTwoDaysLaterIsNotJoined() {
        assertThat(DayRange.union(List.of(MARCH, days("2025-04-02", "2025-04-30"))))
                .hasSize(2);
        assertThat(DayRange.union(List.of(MARCH, days("2025-04-01", "2025-04-30"))))
                .containsExactly(days("2025-03-01", "2025-04-30"));
    }

    @Test
    void aSpanThatBeginsTheDayBeforeTheEndIsJoinedAndKeepsTheLaterEnd() {
        assertThat(DayRange.union(List.of(MARCH, days("2025-03-30", "2025-04-30"))))
                .containsExactly(days("2025-03-01", "2025-04-30"));
        assertThat(DayRange.union(List.of(MARCH, days("2025-03-30", "2025-03-31"))))
                .containsExactly(MARCH);
    }
}
