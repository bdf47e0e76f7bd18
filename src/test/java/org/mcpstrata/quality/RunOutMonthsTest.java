package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/** A payer of 100 people who are covered all year, with so many claim lines in each month. */
class RunOutMonthsTest {
    private static final MeasurementPeriod YEAR = new MeasurementPeriod(2025);
    private static final int PEOPLE = 100;
    private static final List<BigDecimal> LEAST =
            List.of(new BigDecimal("0.2"), new BigDecimal("0.4"), new BigDecimal("0.6"), new BigDecimal("0.7"));

    private static PayerMonths payer(int people, int... lines) {
        long covered = new MonthWindow(YEAR).covered(new DayRange(YEAR.start(), YEAR.end()));
        SortedMap<Integer, Integer> byMonth = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            byMonth.put(i + 1, lines[i]);
        }
        PayerMonths months = new PayerMonths();
        months.add(new PersonMonths(covered, byMonth));
        for (int i = 1; i < people; i++) {
            months.add(new PersonMonths(covered, new TreeMap<>()));
        }
        return months;
    }

    private static int[] all(int lines) {
        int[] year = new int[12];
        Arrays.fill(year, lines);
        return year;
    }

    private static Share thin(PayerMonths payer, String created) {
        return thin(payer, created, LocalDate.MAX);
    }

    private static Share thin(PayerMonths payer, String created, LocalDate known) {
        return new RunOutMonths(YEAR, known).thin(payer, LocalDate.parse(created), LEAST);
    }

    @Test
    void youngMonthsAreAllowedToBeThinByTheirAge() {
        int[] lines = all(500);
        lines[11] = 100;
        lines[10] = 200;
        lines[9] = 300;
        assertThat(thin(payer(PEOPLE, lines), "2026-01-15")).isEqualTo(new Share(12, 0));
    }

    @Test
    void oneLineTooFewForItsAgeIsTooFew() {
        int[] lines = all(500);
        lines[11] = 99;
        lines[10] = 199;
        lines[9] = 299;
        lines[4] = 349;
        assertThat(thin(payer(PEOPLE, lines), "2026-01-15")).isEqualTo(new Share(12, 4));
    }

    @Test
    void sameLinesAreThinOnceTheMonthIsOlder() {
        int[] lines = all(500);
        lines[11] = 100;
        assertThat(thin(payer(PEOPLE, lines), "2026-01-31")).isEqualTo(new Share(12, 0));
        assertThat(thin(payer(PEOPLE, lines), "2026-02-01")).isEqualTo(new Share(12, 1));
    }

    @Test
    void monthThatNobodyDeliveredIsThinAndDoesNotLowerWhatIsExpected() {
        int[] lines = all(0);
        Arrays.fill(lines, 0, 4, 500);
        assertThat(thin(payer(PEOPLE, lines), "2026-01-15")).isEqualTo(new Share(12, 8));
    }

    @Test
    void monthIsLookedAtOnceItHasEnded() {
        assertThat(thin(payer(PEOPLE, all(500)), "2025-08-30").of()).isEqualTo(7);
        assertThat(thin(payer(PEOPLE, all(500)), "2025-08-31").of()).isEqualTo(8);
    }

    @Test
    void cutOffMakesMonthsAsYoungAsTheyWereOnThatDay() {
        int[] lines = all(500);
        lines[5] = 100;
        LocalDate july = LocalDate.of(2025, 7, 15);
        assertThat(thin(payer(PEOPLE, lines), "2026-01-15", july)).isEqualTo(new Share(6, 0));
        assertThat(thin(payer(PEOPLE, lines), "2026-01-15")).isEqualTo(new Share(12, 1));
    }

    @Test
    void fewExpectedLinesOrFewRunOutMonthsSayNothing() {
        assertThat(thin(payer(PEOPLE, all(99)), "2026-01-15")).isEqualTo(Share.NONE);
        assertThat(thin(payer(PEOPLE, all(500)), "2025-05-31")).isEqualTo(Share.NONE);
        assertThat(thin(payer(PEOPLE, all(0)), "2026-01-15")).isEqualTo(Share.NONE);
    }

    @Test
    void fewerCoveredPeopleAreExpectedToHaveFewerClaims() {
        long firstHalf = new MonthWindow(YEAR).covered(new DayRange(YEAR.start(), LocalDate.of(2025, 6, 30)));
        PayerMonths left = new PayerMonths();
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            lines.put(month, month <= 6 ? 500 : 250);
        }
        left.add(new PersonMonths(firstHalf, lines));
        for (int i = 1; i < 50; i++) {
            left.add(new PersonMonths(firstHalf, new TreeMap<>()));
        }
        long allYear = new MonthWindow(YEAR).covered(new DayRange(YEAR.start(), YEAR.end()));
        for (int i = 0; i < 50; i++) {
            left.add(new PersonMonths(allYear, new TreeMap<>()));
        }
        assertThat(thin(left, "2026-04-15")).isEqualTo(new Share(12, 0));
    }

    @Test
    void exactlyEnoughLinesAreEnoughWhereTheRateIsNoFiniteNumber() {
        // 110 lines of 101 people: a fifth of what is expected of them is 22 lines, not a hair more.
        int[] lines = all(110);
        lines[11] = 22;
        assertThat(thin(payer(101, lines), "2026-01-15")).isEqualTo(new Share(12, 0));
        lines[11] = 21;
        assertThat(thin(payer(101, lines), "2026-01-15")).isEqualTo(new Share(12, 1));
        assertThat(thin(payer(97, all(100)), "2026-01-15")).isEqualTo(new Share(12, 0));
    }

    @Test
    void oneMonthOfAYearThatHasNotComeInFailsTheRule() {
        QualityRule rule = RuleBook.load(Path.of("measures", RuleBook.FILE)).rules().stream()
                .filter(each -> each.id().equals("DQ35_RUN_OUT_COMPLETE"))
                .findFirst()
                .orElseThrow();
        assertThat(rule.judge(new Share(12, 1), rule.threshold()).status()).isEqualTo(RuleStatus.FAIL);
        assertThat(rule.judge(new Share(12, 0), rule.threshold()).status()).isEqualTo(RuleStatus.PASS);
    }
}
