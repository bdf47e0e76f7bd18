package org.mcpstrata.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.Timing.Relation;
import org.mcpstrata.time.MeasurementPeriod;

class TimingTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);

    private static boolean holds(Relation relation, LocalDate start, LocalDate end) {
        return new Timing(relation, Window.MEASUREMENT_PERIOD, "measurement period").holds(start, end, PERIOD);
    }

    @ParameterizedTest
    @CsvSource({
        "DURING, 2025-01-01, 2025-12-31, true",
        "DURING, 2024-12-31, 2025-01-02, false",
        "DURING, 2025-12-31, 2026-01-01, false",
        "OVERLAPS, 2024-01-01, 2025-01-01, true",
        "OVERLAPS, 2024-01-01, 2024-12-31, false",
        "OVERLAPS, 2025-12-31, 2027-01-01, true",
        "OVERLAPS, 2026-01-01, 2027-01-01, false",
        "OVERLAPS, 2020-01-01, 2030-01-01, true",
        "STARTS, 2025-12-31, 2026-03-01, true",
        "STARTS, 2024-12-31, 2025-03-01, false",
        "ENDS, 2024-12-31, 2025-01-01, true",
        "ENDS, 2025-12-31, 2026-01-01, false",
    })
    void theFirstAndTheLastDayOfTheWindowBelongToIt(Relation relation, LocalDate start, LocalDate end, boolean holds) {
        assertThat(holds(relation, start, end)).isEqualTo(holds);
    }

    @Test
    void anUnknownDayNeverProvesAnything() {
        LocalDate inside = LocalDate.of(2025, 6, 1);
        assertThat(holds(Relation.DURING, inside, null)).isFalse();
        assertThat(holds(Relation.OVERLAPS, inside, null)).isFalse();
        assertThat(holds(Relation.OVERLAPS, null, inside)).isFalse();
        assertThat(holds(Relation.STARTS, null, inside)).isFalse();
        assertThat(holds(Relation.ENDS, inside, null)).isFalse();
        assertThat(holds(Relation.STARTS, inside, null)).isTrue();
    }

    @Test
    void somethingThatLastsOverlapsEveryLaterWindow() {
        assertThat(holds(Relation.OVERLAPS, LocalDate.of(1990, 1, 1), LocalDate.MAX))
                .isTrue();
        assertThat(holds(Relation.DURING, LocalDate.of(2025, 1, 1), LocalDate.MAX))
                .isFalse();
    }

    @Test
    void aWindowWithoutABeginningReachesBackForever() {
        Timing ever = new Timing(Relation.ENDS, Window.parse("to end of measurement period"), "ever");
        assertThat(ever.holds(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 1, 2), PERIOD))
                .isTrue();
        assertThat(ever.holds(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), PERIOD))
                .isFalse();
    }

    @Test
    void aYearBeforeALeapDayIsTheLastDayOfFebruary() {
        assertThat(new Shift(-1, Shift.Unit.YEAR).from(LocalDate.of(2024, 2, 29)))
                .isEqualTo(LocalDate.of(2023, 2, 28));
        assertThat(new Shift(12, Shift.Unit.MONTH).from(LocalDate.of(2024, 2, 29)))
                .isEqualTo(LocalDate.of(2025, 2, 28));
    }
}
