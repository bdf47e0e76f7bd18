package org.mcpstrata.stratify;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

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

    void write(EntryWriter out) {
        out.number(cells.length);
        for (int i = 0; i < cells.length; i++) {
            out.number(cells[i]);
            out.number(months[i]);
        }
    }

    static RiskMonths read(EntryReader in) throws IOException {
        int size = in.count();
        int[] cells = new int[size];
        long[] months = new long[size];
        for (int i = 0; i < size; i++) {
            cells[i] = Math.toIntExact(in.number());
            months[i] = in.number();
        }
        return of(cells, months);
    }

    /** Months being added up, in place: a table by cell, since people come in no order of cells. */
    static final class Sum {
        private static final int FREE = -1;

        private int[] cells = table(4);
        private long[] months = new long[4];
        private int size;

        private static int[] table(int capacity) {
            int[] table = new int[capacity];
            Arrays.fill(table, FREE);
            return table;
        }

        void add(int cell, long more) {
            int place = place(cell);
            if (cells[place] == FREE) {
                cells[place] = cell;
                size++;
            }
            months[place] = Math.addExact(months[place], more);
            if (2 * size > cells.length) {
                grow();
            }
        }

        /** Where the cell is, or the free place that it would take. */
        private int place(int cell) {
            int place = cell & cells.length - 1;
            while (cells[place] != cell && cells[place] != FREE) {
                place = place + 1 & cells.length - 1;
            }
            return place;
        }

        private void grow() {
            int[] oldCells = cells;
            long[] oldMonths = months;
            cells = table(2 * oldCells.length);
            months = new long[cells.length];
            for (int i = 0; i < oldCells.length; i++) {
                if (oldCells[i] != FREE) {
                    int place = place(oldCells[i]);
                    cells[place] = oldCells[i];
                    months[place] = oldMonths[i];
                }
            }
        }

        private void add(RiskMonths more) {
            for (int i = 0; i < more.size(); i++) {
                add(more.cell(i), more.months(i));
            }
        }

        RiskMonths months() {
            int[] found =
                    Arrays.stream(cells).filter(cell -> cell != FREE).sorted().toArray();
            return found.length == 0
                    ? NONE
                    : new RiskMonths(
                            found,
                            Arrays.stream(found)
                                    .mapToLong(cell -> months[place(cell)])
                                    .toArray());
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
