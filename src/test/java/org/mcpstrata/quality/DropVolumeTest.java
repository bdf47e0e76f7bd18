package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/** Monthly drops of a payer of 100 people who are always covered: one record is 10 for 1,000 member months. */
class DropVolumeTest {
    private static final MeasurementPeriod YEAR = new MeasurementPeriod(2025);

    private static PayerMonths people(int count) {
        PayerMonths months = new PayerMonths();
        for (int i = 0; i < count; i++) {
            months.add(new PersonMonths((1L << 48) - 1, new TreeMap<>()));
        }
        return months;
    }

    private static DropVolume month(int month, Map<String, Long> records) {
        YearMonth of = YearMonth.of(2025, month);
        return new DropVolume(new DayRange(of.atDay(1), of.atEndOfMonth()), new TreeMap<>(records));
    }

    private static DropVolume month(int month, long claims) {
        return month(month, Map.of("medical-claims", claims));
    }

    private static List<DropVolume> months(long... claims) {
        List<DropVolume> drops = new ArrayList<>();
        for (int i = 0; i < claims.length; i++) {
            drops.add(month(i + 1, claims[i]));
        }
        return drops;
    }

    private static Share drift(DropVolume drop, List<DropVolume> earlier) {
        return drop.drift(earlier, people(100), YEAR);
    }

    @Test
    void dropIsHeldAgainstTheMiddleSoThatOneOddDropBeforeItMovesNothing() {
        assertThat(drift(month(6, 400), months(1_000, 1_000, 9_000, 1_000, 1_000)))
                .isEqualTo(new Share(1_000, 600));
    }

    @Test
    void tooManyIsAsFarOffAsTooFewAndNeverMoreThanAll() {
        assertThat(drift(month(6, 1_600), months(1_000, 1_000, 1_000))).isEqualTo(new Share(1_000, 600));
        assertThat(drift(month(6, 5_000), months(1_000, 1_000, 1_000))).isEqualTo(new Share(1_000, 1_000));
    }

    @Test
    void onlyTheLastSixDropsTellWhatIsUsual() {
        assertThat(drift(
                        month(12, 1_000),
                        months(9_000, 9_000, 9_000, 9_000, 9_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000)))
                .isEqualTo(new Share(1_000, 0));
    }

    @Test
    void twoDropsBeforeItTellNoMiddle() {
        assertThat(drift(month(3, 1), months(1_000, 1_000))).isEqualTo(Share.NONE);
        assertThat(drift(month(4, 1), months(1_000, 1_000, 1_000))).isEqualTo(new Share(1_000, 999));
    }

    @Test
    void dropOfMoreMonthsIsExpectedToBringMore() {
        DropVolume quarter = new DropVolume(
                new DayRange(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 6, 30)),
                new TreeMap<>(Map.of("medical-claims", 3_000L)));
        assertThat(drift(quarter, months(1_000, 1_000, 1_000))).isEqualTo(new Share(3_000, 0));
    }

    @Test
    void emptyFileOfFillsIsNotHiddenBehindUsualClaims() {
        Map<String, Long> usual = Map.of("medical-claims", 1_000L, "pharmacy-claims", 300L);
        List<DropVolume> before = List.of(month(1, usual), month(2, usual), month(3, usual));
        assertThat(drift(month(4, Map.of("medical-claims", 1_000L, "pharmacy-claims", 0L)), before))
                .isEqualTo(new Share(300, 300));
        assertThat(drift(month(4, 1_000), before))
                .as("a drop without the file says nothing of it")
                .isEqualTo(new Share(1_000, 0));
    }

    @Test
    void fewExpectedRecordsAndDaysThatNobodyIsCoveredSayNothing() {
        assertThat(drift(month(4, 0), months(99, 99, 99))).isEqualTo(Share.NONE);
        DropVolume longAgo = new DropVolume(
                new DayRange(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31)),
                new TreeMap<>(Map.of("medical-claims", 1L)));
        assertThat(drift(longAgo, months(1_000, 1_000, 1_000))).isEqualTo(Share.NONE);
    }
}
