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
    private static final double FEWEST_LINES = 100;

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
        List<Double> rates = new ArrayList<>();
        for (int month = 1; month <= PayerMonths.YEAR; month++) {
            if (age(month, seen) >= runOut && payer.linesOf(month) > 0 && memberMonths(payer, month) > 0) {
                rates.add((double) payer.linesOf(month) / memberMonths(payer, month));
            }
        }
        if (rates.size() < FEWEST_MONTHS) {
            return Share.NONE;
        }
        double middle = Median.of(rates);
        Share share = Share.NONE;
        for (int month = 1; month <= PayerMonths.YEAR; month++) {
            long age = age(month, seen);
            double expected = middle * memberMonths(payer, month);
            if (age >= 0 && expected >= FEWEST_LINES) {
                double enough =
                        expected * least.get((int) Math.min(age, runOut)).doubleValue();
                share = share.plus(new Share(1, payer.linesOf(month) < enough ? 1 : 0));
            }
        }
        return share;
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
