package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Whether the claims of each month of the measurement period have come in as far as the month's age lets one expect. What
 * to expect are claim lines a member month, as they are in the middle of the payer's months that are run out; of younger
 * months a part of it.
 */
public final class RunOutMonths {
    /** Fewer months that are run out tell no middle. */
    private static final int FEWEST_MONTHS = 3;

    /** Of fewer expected lines, a month may have few by chance. */
    private static final BigDecimal FEWEST_LINES = BigDecimal.valueOf(100);

    private final MeasurementPeriod period;
    private final MonthWindow window;
    private final LocalDate known;

    /** @param known last day of which the run may know; {@link LocalDate#MAX} without a cut-off */
    public RunOutMonths(MeasurementPeriod period, LocalDate known) {
        this.period = requireNonNull(period, "period");
        this.window = new MonthWindow(period);
        this.known = requireNonNull(known, "known");
    }

    /**
     * The months that can be judged, bad where too little came.
     *
     * @param created UTC day of the payer's newest drop with claims
     * @param least by age in whole months since the month ended, from 0, the smallest share of what is expected of months
     *     that are run out; the last one is that of these months themselves
     */
    public Share thin(PayerMonths payer, LocalDate created, List<BigDecimal> least) {
        LocalDate seen = created.isAfter(known) ? known : created;
        int runOut = least.size() - 1;
        List<Rate> rates = new ArrayList<>();
        for (int month = 1; month <= PayerMonths.YEAR; month++) {
            if (age(month, seen) >= runOut && payer.linesOf(month) > 0 && memberMonths(payer, month) > 0) {
                rates.add(new Rate(payer.linesOf(month), memberMonths(payer, month)));
            }
        }
        if (rates.size() < FEWEST_MONTHS) {
            return Share.NONE;
        }
        Rate middle = Median.of(rates, Rate::with);
        Share share = Share.NONE;
        for (int month = 1; month <= PayerMonths.YEAR; month++) {
            long age = age(month, seen);
            // Both sides times the months of the middle: what is expected may be no finite decimal.
            BigDecimal expected =
                    BigDecimal.valueOf(middle.lines()).multiply(BigDecimal.valueOf(memberMonths(payer, month)));
            BigDecimal months = BigDecimal.valueOf(middle.months());
            if (age >= 0 && expected.compareTo(FEWEST_LINES.multiply(months)) >= 0) {
                BigDecimal enough = expected.multiply(least.get((int) Math.min(age, runOut)));
                BigDecimal came = BigDecimal.valueOf(payer.linesOf(month)).multiply(months);
                share = share.plus(new Share(1, came.compareTo(enough) < 0 ? 1 : 0));
            }
        }
        return share;
    }

    /** Claim lines a member month, exactly. */
    private record Rate(long lines, long months) implements Comparable<Rate> {
        @Override
        public int compareTo(Rate other) {
            return Long.compare(Math.multiplyExact(lines, other.months), Math.multiplyExact(other.lines, months));
        }

        /** The mean of both. */
        Rate with(Rate other) {
            return new Rate(
                    Math.addExact(Math.multiplyExact(lines, other.months), Math.multiplyExact(other.lines, months)),
                    Math.multiplyExact(2, Math.multiplyExact(months, other.months)));
        }
    }

    /** Whole months since the month ended; below zero where it had not. */
    private long age(int month, LocalDate seen) {
        LocalDate next = YearMonth.of(period.year(), month).plusMonths(1).atDay(1);
        return seen.isBefore(next.minusDays(1)) ? -1 : Math.max(0, ChronoUnit.MONTHS.between(next, seen));
    }

    private long memberMonths(PayerMonths payer, int month) {
        return payer.memberMonths(window.bit(YearMonth.of(period.year(), month)));
    }
}
