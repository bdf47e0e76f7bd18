package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * Which months of the measurement period a payer's deliveries speak of. Coverage is often open and runs on when claims no
 * longer come: without this question, months of which nothing is known would look like months without care.
 */
public final class DescribedMonths {
    private static final int MONTHS = 12;

    private final MeasurementPeriod period;
    private final LocalDate known;

    /** @param known last day of which the run may know; {@link LocalDate#MAX} without a cut-off */
    public DescribedMonths(MeasurementPeriod period, LocalDate known) {
        this.period = requireNonNull(period, "period");
        this.known = requireNonNull(known, "known");
    }

    /**
     * How many of the twelve months lie not wholly in the days described.
     *
     * @param described the days each drop speaks of; none is nothing to look at
     */
    public Share missing(Collection<DayRange> described) {
        if (described.isEmpty()) {
            return Share.NONE;
        }
        List<DayRange> until = new ArrayList<>();
        for (DayRange days : described) {
            if (!days.start().isAfter(known)) {
                until.add(days.end().isAfter(known) ? new DayRange(days.start(), known) : days);
            }
        }
        List<DayRange> all = DayRange.union(until);
        long bad = 0;
        for (int month = 1; month <= MONTHS; month++) {
            YearMonth of = YearMonth.of(period.year(), month);
            bad += all.stream().anyMatch(days -> days.contains(of.atDay(1)) && days.contains(of.atEndOfMonth()))
                    ? 0
                    : 1;
        }
        return new Share(MONTHS, bad);
    }
}
