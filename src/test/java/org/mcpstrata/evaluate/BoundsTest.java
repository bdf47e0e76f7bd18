package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.measure.Timing;
import org.mcpstrata.measure.Timing.Precision;
import org.mcpstrata.measure.Timing.Relation;
import org.mcpstrata.measure.Window;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.time.MeasurementPeriod;

class BoundsTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    private static final LocalDate INSIDE = LocalDate.of(2025, 6, 1);

    private static boolean holds(Relation relation, LocalDate start, LocalDate end) {
        return holds(relation, "measurement period", Span.of(start, end));
    }

    private static boolean holds(Relation relation, String window, Span span) {
        Timing timing = new Timing(relation, Window.parse(window), window);
        return Bounds.of(timing, PERIOD).hold(span, Moment.UNKNOWN);
    }

    /** Whether a moment of 1 June lies in a window at a visit from 10:00 to 11:00 of that day. */
    private static boolean startsAt(String time, Precision precision, String window) {
        int day = Span.dayOf(INSIDE);
        Span visit = new Span(day, day, RowSpan.second("10:00:00"), RowSpan.second("11:00:00"));
        int second = RowSpan.second(time);
        Timing timing = new Timing(Relation.STARTS, Window.parse(window), window, precision);
        return Bounds.anyHolds(
                Bounds.at(List.of(found(visit)), timing, PERIOD), new Span(day, day, second, second), Moment.UNKNOWN);
    }

    private static Found found(Span span) {
        Provenance source = new Provenance("payer", "drop", "file", 1);
        Event event = new Event(
                EventKind.ENCOUNTER,
                "visit",
                span,
                Codes.NONE,
                Codes.NONE,
                Codes.NONE,
                Codes.NONE,
                EventValue.MISSING,
                RecordFacts.NONE,
                null,
                false,
                null,
                null,
                source);
        return new Found(event, span, event.value(), event.path(), "");
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
        "COVERS, 2025-01-01, 2025-12-31, true",
        "COVERS, 2025-01-02, 2025-12-31, false",
        "COVERS, 2025-01-01, 2025-12-30, false",
    })
    void theFirstAndTheLastDayOfTheWindowBelongToIt(Relation relation, LocalDate start, LocalDate end, boolean holds) {
        assertThat(holds(relation, start, end)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"DURING", "OVERLAPS", "STARTS", "ENDS", "COVERS"})
    void anUnknownEndProvesNothingNotEvenOfTheOtherOne(Relation relation) {
        assertThat(holds(relation, INSIDE, null)).isFalse();
        assertThat(holds(relation, null, INSIDE)).isFalse();
    }

    @Test
    void somethingThatLastsOverlapsEveryLaterWindow() {
        Span lasting = Span.days(Span.dayOf(LocalDate.of(1990, 1, 1)), Span.OPEN_END);
        assertThat(holds(Relation.OVERLAPS, "measurement period", lasting)).isTrue();
        assertThat(holds(Relation.COVERS, "measurement period", lasting)).isTrue();
        assertThat(holds(Relation.DURING, "measurement period", lasting)).isFalse();
    }

    @Test
    void aWindowWithoutABeginningReachesBackForever() {
        String ever = "to end of measurement period";
        assertThat(holds(Relation.ENDS, ever, Span.of(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 1, 2))))
                .isTrue();
        assertThat(holds(Relation.ENDS, ever, Span.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "09:59:59, DAY, true",
        "09:59:59, SECOND, false",
        "10:00:00, SECOND, true",
        "11:00:00, SECOND, true",
        "11:00:01, SECOND, false",
        ", SECOND, true",
    })
    void theClockDecidesOnlyWhereItIsAskedAndKnown(String time, Precision precision, boolean inside) {
        assertThat(startsAt(time, precision, "from start of visit to end of visit"))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"09:59:59, DAY, false", "09:59:59, SECOND, true", "10:00:00, SECOND, false", ", SECOND, false"})
    void beforeAVisitIsADayBeforeOrByTheClockAMomentBefore(String time, Precision precision, boolean before) {
        assertThat(startsAt(time, precision, "until start of visit")).isEqualTo(before);
    }

    @Test
    void aDayWithoutATimeIsNeverBeforeAVisitOfThatDay() {
        assertThat(startsAt(null, Precision.DAY, "until start of visit")).isFalse();
    }

    @Test
    void anEventOfUnknownDaysHasNoWindow() {
        Timing after = new Timing(Relation.STARTS, Window.parse("from end of visit"), "after");
        assertThat(Bounds.at(List.of(found(Span.of(INSIDE, null))), after, PERIOD))
                .isEmpty();
    }

    @Test
    void aWindowFromThePeriodToAnEventHasBothEnds() {
        Timing timing = new Timing(
                Relation.STARTS, Window.parse("from start of measurement period to end of visit + 2 days"), "window");
        List<Bounds> windows = Bounds.at(List.of(found(Span.of(INSIDE, INSIDE))), timing, PERIOD);
        assertThat(windows)
                .containsExactly(new Bounds(
                        Relation.STARTS,
                        new Moment(Span.dayOf(LocalDate.of(2025, 1, 1)), Span.NO_TIME),
                        new Moment(Span.dayOf(LocalDate.of(2025, 6, 3)), Span.NO_TIME),
                        true,
                        false));
    }

    @Test
    void whatWasWrittenDownCountsByThatMoment() {
        Timing timing = new Timing(Relation.RECORDED, Window.MEASUREMENT_PERIOD, "measurement period");
        Bounds period = Bounds.of(timing, PERIOD);
        Span never = Span.days(Span.UNKNOWN, Span.UNKNOWN);
        assertThat(period.hold(never, new Moment(Span.dayOf(INSIDE), Span.NO_TIME)))
                .isTrue();
        assertThat(period.hold(Span.of(INSIDE, INSIDE), Moment.UNKNOWN)).isFalse();
    }
}
