package org.mcpstrata.stratify;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Months of exposure by the number of the {@link org.mcpstrata.model.RiskModel}'s cell: what a stratum needs to be told
 * how much is expected of it once the rates of the whole program are known. Immutable; sums are exact.
 */
final class RiskMonths implements Serializable {
    static final RiskMonths NONE = new RiskMonths(new int[0], new long[0]);

    private final int[] cells;
    private final long[] months;

    /** @param cells ascending, without repetition; owned by this object from now on, like {@code months} */
    private RiskMonths(int[] cells, long[] months) {
        this.cells = cells;
        this.months = months;
    }

    static RiskMonths of(int[] cells, long[] months) {
        for (int i = 1; i < cells.length; i++) {
            if (cells[i] <= cells[i - 1]) {
                throw new IllegalArgumentException("risk cells are not in order");
            }
        }
        if (cells.length != months.length) {
            throw new IllegalArgumentException("not every risk cell has months");
        }
        return new RiskMonths(cells.clone(), months.clone());
    }

    int size() {
        return cells.length;
    }

    int cell(int position) {
        return cells[position];
    }

    long months(int position) {
        return months[position];
    }

    RiskMonths plus(RiskMonths other) {
        if (other.size() == 0 || size() == 0) {
            return size() == 0 ? other : this;
        }
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.months();
    }

    /** What is left without months that are among these. */
    RiskMonths minus(RiskMonths part) {
        if (part.size() == 0) {
            return this;
        }
        Sum left = new Sum();
        left.add(this);
        for (int i = 0; i < part.size(); i++) {
            left.add(part.cell(i), -part.months(i));
        }
        return left.months();
    }

    /** Months being added up, in place. */
    static final class Sum {
        private int[] cells = new int[2];
        private long[] months = new long[2];
        private int size;

        void add(int cell, long more) {
            int position = Arrays.binarySearch(cells, 0, size, cell);
            if (position < 0) {
                position = -position - 1;
                insert(position, cell);
            }
            months[position] = Math.addExact(months[position], more);
        }

        private void insert(int position, int cell) {
            if (size == cells.length) {
                cells = Arrays.copyOf(cells, 2 * size);
                months = Arrays.copyOf(months, 2 * size);
            }
            System.arraycopy(cells, position, cells, position + 1, size - position);
            System.arraycopy(months, position, months, position + 1, size - position);
            cells[position] = cell;
            months[position] = 0;
            size++;
        }

        private void add(RiskMonths more) {
            for (int i = 0; i < more.size(); i++) {
                add(more.cell(i), more.months(i));
            }
        }

        RiskMonths months() {
            return size == 0 ? NONE : new RiskMonths(Arrays.copyOf(cells, size), Arrays.copyOf(months, size));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskMonths more
                && Arrays.equals(cells, more.cells)
                && Arrays.equals(months, more.months);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(cells) + Arrays.hashCode(months);
    }
}
