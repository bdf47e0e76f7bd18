package org.mcpstrata.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeasurementPeriodTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);

    @Test
    void thePeriodIsTheWholeCalendarYear() {
        assertThat(PERIOD.start()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(PERIOD.end()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void improvementComparesWithTheYearBeforeAndNoOther() {
        assertThat(PERIOD.before()).isEqualTo(new MeasurementPeriod(2024));
    }

    @Test
    void aYearWithAMissingDigitIsRefused() {
        assertThat(new MeasurementPeriod(1900).start()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(new MeasurementPeriod(2199).end()).isEqualTo(LocalDate.of(2199, 12, 31));
        assertThatThrownBy(() -> new MeasurementPeriod(1899)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeasurementPeriod(2200)).isInstanceOf(IllegalArgumentException.class);
    }
}
