package org.mcpstrata.quality;

import java.io.Serializable;
import java.util.Arrays;

/** Member months of one payer by month of {@link MonthWindow}, and its claim lines by month of the measurement period. */
public final class PayerMonths implements Serializable {
    static final int YEAR = 12;

    private final long[] covered = new long[MonthWindow.MONTHS];
    private final long[] lines = new long[YEAR];

    PayerMonths() {}

    /** Adds one person. */
    void add(PersonMonths person) {
        for (long left = person.covered(); left != 0; left &= left - 1) {
            covered[Long.numberOfTrailingZeros(left)]++;
        }
        person.lines().forEach((month, count) -> lines[month - 1] += count);
    }

    void add(PayerMonths other) {
        Arrays.setAll(covered, i -> covered[i] + other.covered[i]);
        Arrays.setAll(lines, i -> lines[i] + other.lines[i]);
    }

    /** Member months of the months whose bits are set. */
    long memberMonths(long months) {
        long sum = 0;
        for (long left = months; left != 0; left &= left - 1) {
            sum += covered[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }

    /** @param month of the measurement period, 1 to 12 */
    long linesOf(int month) {
        return lines[month - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayerMonths months
                && Arrays.equals(covered, months.covered)
                && Arrays.equals(lines, months.lines);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(covered) + Arrays.hashCode(lines);
    }
}
