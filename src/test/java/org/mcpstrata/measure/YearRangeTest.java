package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YearRangeTest {
    private static final YearRange YEARS = new YearRange(2024, 2025);

    @Test
    void twoTextsThatShareOneYearOverlap() {
        assertThat(YEARS.overlaps(new YearRange(2025, 2026))).isTrue();
        assertThat(new YearRange(2025, 2026).overlaps(YEARS)).isTrue();
    }

    @Test
    void aTextThatFollowsAnotherDoesNotOverlapIt() {
        assertThat(YEARS.overlaps(new YearRange(2026, 2026))).isFalse();
        assertThat(YEARS.overlaps(new YearRange(2023, 2023))).isFalse();
    }

    @Test
    void bothEndsOfTheYearsAreIn() {
        assertThat(YEARS.contains(2024)).isTrue();
        assertThat(YEARS.contains(2025)).isTrue();
        assertThat(YEARS.contains(2023)).isFalse();
        assertThat(YEARS.contains(2026)).isFalse();
        assertThatThrownBy(() -> new YearRange(2025, 2024)).isInstanceOf(IllegalArgumentException.class);
    }
}
