package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * How many claims a drop brought.
 *
 * @param described the days that its manifest says it speaks of
 * @param records accepted records by type of claim file; a type whose file is empty is there with zero
 */
public record DropVolume(DayRange described, SortedMap<String, Long> records) {
    /** Of so many drops before it the middle is taken. */
    private static final int DROPS_BEFORE = 6;

    /** Fewer drops tell no middle. */
    private static final int FEWEST_DROPS = 3;

    /** Of fewer expected records, a drop may bring few by chance. */
    private static final int FEWEST_RECORDS = 100;

    public DropVolume {
        requireNonNull(described, "described");
        records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }

    /**
     * The records that earlier drops let one expect, and by how many too few or too many came, at most all: of the type of
     * file that lies furthest off. Expected is the middle of what earlier drops brought for each member month they describe.
     *
     * @param earlier drops of the same payer before it, oldest first
     * @param payer member months as all drops together tell them, so that a drop need not repeat coverage
     * @return nothing to look at where no type has enough earlier drops and records
     */
    public Share drift(List<DropVolume> earlier, PayerMonths payer, MeasurementPeriod period) {
        MonthWindow window = new MonthWindow(period);
        Share furthest = Share.NONE;
        for (Map.Entry<String, Long> type : records.entrySet()) {
            List<Double> rates = new ArrayList<>();
            for (int i = earlier.size() - 1; i >= 0 && rates.size() < DROPS_BEFORE; i--) {
                Long before = earlier.get(i).records.get(type.getKey());
                long months = earlier.get(i).memberMonths(payer, window);
                if (before != null && months > 0) {
                    rates.add((double) before / months);
                }
            }
            if (rates.size() >= FEWEST_DROPS) {
                double middle = Median.of(rates, (one, other) -> (one + other) / 2);
                long expected = Math.round(middle * memberMonths(payer, window));
                long off = Math.min(expected, Math.abs(type.getValue() - expected));
                Share drift = new Share(expected, off);
                if (expected >= FEWEST_RECORDS && isFurther(drift, furthest)) {
                    furthest = drift;
                }
            }
        }
        return furthest;
    }

    /** Of equal shares the first type's stays. */
    private static boolean isFurther(Share drift, Share than) {
        return than.of() == 0 || drift.bad() * than.of() > than.bad() * drift.of();
    }

    private long memberMonths(PayerMonths payer, MonthWindow window) {
        return payer.memberMonths(window.touched(described));
    }
}
