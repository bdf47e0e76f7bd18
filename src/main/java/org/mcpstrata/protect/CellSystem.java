package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whole numbers and the sums that a reader knows to hold between them. A cell is printed (a count of a public row, or one
 * of an earlier release) or not (a difference that nobody prints). All are at least 0; every relation is a sum of cells,
 * each taken once or subtracted once, that is 0.
 */
public final class CellSystem {
    private final long[] values;
    private final boolean[] printed;
    private final boolean[] known;
    private final double[] cost;
    private final int[] relationStart;
    private final int[] relationCell;
    private final byte[] relationSign;
    private final int[] cellStart;
    private final int[] cellPlace;
    private final int[] placeRelation;

    private CellSystem(Builder builder) {
        int cells = builder.size;
        values = Arrays.copyOf(builder.values, cells);
        printed = Arrays.copyOf(builder.printed, cells);
        known = Arrays.copyOf(builder.known, cells);
        cost = Arrays.copyOf(builder.cost, cells);
        int places =
                builder.relations.stream().mapToInt(it -> it.cells().length).sum();
        relationStart = new int[builder.relations.size() + 1];
        relationCell = new int[places];
        relationSign = new byte[places];
        placeRelation = new int[places];
        cellStart = new int[cells + 1];
        int at = 0;
        for (int r = 0; r < builder.relations.size(); r++) {
            Terms terms = builder.relations.get(r);
            for (int i = 0; i < terms.cells().length; i++) {
                relationCell[at] = terms.cells()[i];
                relationSign[at] = terms.signs()[i];
                placeRelation[at] = r;
                cellStart[terms.cells()[i] + 1]++;
                at++;
            }
            relationStart[r + 1] = at;
        }
        for (int c = 0; c < cells; c++) {
            cellStart[c + 1] += cellStart[c];
        }
        cellPlace = new int[places];
        int[] next = Arrays.copyOf(cellStart, cells);
        for (int place = 0; place < places; place++) {
            cellPlace[next[relationCell[place]]++] = place;
        }
    }

    public int cells() {
        return values.length;
    }

    public int relations() {
        return relationStart.length - 1;
    }

    public long value(int cell) {
        return values[cell];
    }

    /** Whether somebody could read it; otherwise it is a difference between printed cells. */
    public boolean isPrinted(int cell) {
        return printed[cell];
    }

    /** Whether an earlier release shows it, so that hiding it now would be in vain. */
    public boolean isKnown(int cell) {
        return known[cell];
    }

    /** What is lost when it is hidden. */
    double cost(int cell) {
        return cost[cell];
    }

    /** Smallest value that a reader thinks possible where it is not shown: zeros are shown, so a hidden count is 1 at least. */
    long least(int cell) {
        return printed[cell] ? 1 : 0;
    }

    /** First place of a relation; its places end where those of the next begin. */
    int firstPlace(int relation) {
        return relationStart[relation];
    }

    int cellAt(int place) {
        return relationCell[place];
    }

    /** 1 or -1. */
    int signAt(int place) {
        return relationSign[place];
    }

    int relationAt(int place) {
        return placeRelation[place];
    }

    /** First of the uses of a cell; they end where those of the next begin. */
    int firstUse(int cell) {
        return cellStart[cell];
    }

    int placeOfUse(int use) {
        return cellPlace[use];
    }

    private record Terms(int[] cells, byte[] signs) {}

    /** Collects cells and relations. */
    public static final class Builder {
        private long[] values = new long[1024];
        private boolean[] printed = new boolean[1024];
        private boolean[] known = new boolean[1024];
        private double[] cost = new double[1024];
        private int size;
        private final List<Terms> relations = new ArrayList<>();

        /**
         * A count that is printed unless it is hidden.
         *
         * @param weight how much its loss matters beside its size: 1 for a stratum, more for a total
         */
        public int count(long value, double weight) {
            return add(value, true, weight * Math.log1p(value));
        }

        /** A difference that nobody prints. */
        public int difference(long value) {
            return add(value, false, 0);
        }

        private int add(long value, boolean isPrinted, double loss) {
            if (value < 0) {
                throw new IllegalArgumentException("a count is negative");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
                printed = Arrays.copyOf(printed, 2 * size);
                known = Arrays.copyOf(known, 2 * size);
                cost = Arrays.copyOf(cost, 2 * size);
            }
            values[size] = value;
            printed[size] = isPrinted;
            cost[size] = loss;
            return size++;
        }

        public long value(int cell) {
            return values[cell];
        }

        public boolean isPrinted(int cell) {
            return printed[cell];
        }

        /** Says that an earlier release shows the cell. */
        public Builder known(int cell) {
            known[cell] = true;
            return this;
        }

        /** The parts add up to the whole. A sum that is not true is a defect of the caller. */
        public Builder sum(int whole, List<Integer> parts) {
            return parts.equals(List.of(whole)) ? this : equal(List.of(whole), parts);
        }

        /** Some cells add up to what others add up to. A sum that is not true is a defect of the caller. */
        public Builder equal(List<Integer> some, List<Integer> others) {
            int[] cells = new int[some.size() + others.size()];
            byte[] signs = new byte[cells.length];
            long sum = 0;
            for (int i = 0; i < cells.length; i++) {
                boolean first = i < some.size();
                cells[i] = first ? some.get(i) : others.get(i - some.size());
                signs[i] = (byte) (first ? -1 : 1);
                sum += signs[i] * values[cells[i]];
            }
            if (sum != 0) {
                throw new IllegalArgumentException("the parts do not add up to the whole");
            }
            if (Arrays.stream(cells).distinct().count() != cells.length) {
                throw new IllegalArgumentException("a cell is in a relation twice");
            }
            relations.add(new Terms(cells, signs));
            return this;
        }

        public CellSystem build() {
            return new CellSystem(this);
        }
    }
}
