package org.mcpstrata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.mcpstrata.time.MeasurementPeriod;

/** Half a year of care looks like bad care. */
class UnfinishedPeriodTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);

    @Test
    void onItsLastDayAPeriodIsNotOver() {
        assertThat(RunCommand.unfinished(PERIOD, LocalDate.parse("2025-12-31")))
                .hasValueSatisfying(note -> assertThat(note).contains("2025-12-31"));
        assertThat(RunCommand.unfinished(PERIOD, LocalDate.parse("2026-01-01"))).isEmpty();
    }
}
